import { both, canHold, defineRule, present, string, together } from '#rule'
import { api } from './_project.ts'

export default defineRule({
  id: 'codebuild/image-pull-credentials-mismatch',
  title: 'Image pull credentials do not fit the image',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'CodeBuild refuses the project, or cannot pull the image.',
  fix: 'Use CODEBUILD with images of CodeBuild, SERVICE_ROLE with a private registry.',
  sources: [
    {
      url: api('ProjectEnvironment'),
      fact: 'Images of CodeBuild need CODEBUILD credentials; private registries and other accounts need SERVICE_ROLE.',
    },
  ],
  notes: ['002:1188', '002:1191', '002:2346', '002:2356'],
  messages: {
    curated: 'The image {image} of CodeBuild needs ImagePullCredentialsType CODEBUILD; remove SERVICE_ROLE.',
    registry: 'RegistryCredential needs ImagePullCredentialsType SERVICE_ROLE, not {value}.',
    registryDefault: 'RegistryCredential needs ImagePullCredentialsType SERVICE_ROLE; set it.',
  },
  check(project, { report }) {
    for (const environment of project.items('Environment')) {
      const credentials = environment.known('ImagePullCredentialsType', string)
      for (const [type, image] of together(credentials, environment.known('Image', string))) {
        if (type.value === 'SERVICE_ROLE' && image.value.startsWith('aws/codebuild/')) report(type, 'curated', { image: image.value })
      }
      for (const registry of present(environment, 'RegistryCredential')) {
        for (const type of credentials.filter(({ value }) => value === 'CODEBUILD')) {
          const when = both(type.when, registry.when)
          if (canHold(when)) report({ node: type.node, when }, 'registry', { value: type.value })
        }
        for (const absent of environment.absent('ImagePullCredentialsType')) {
          const when = both(absent.when, registry.when)
          if (canHold(when)) report({ node: registry.node, when }, 'registryDefault')
        }
      }
    }
  },
})
