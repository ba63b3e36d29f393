import { both, canHold, defineRule, string } from '#rule'

export default defineRule({
  id: 'sam/image-uri-missing',
  title: 'Image function has no image',
  severity: 'error',
  on: ['AWS::Serverless::Function'],
  why: 'SAM has neither an image nor the Dockerfile to build one; the transform fails.',
  fix: 'Set ImageUri, or Metadata with Dockerfile and DockerContext for sam build.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-imageuri',
      fact: 'The image of a function of package type Image; sam build fills it in from Metadata.',
    },
  ],
  notes: ['001:24'],
  messages: {
    missing: '{function} has neither ImageUri nor Metadata with a Dockerfile; say where its image is.',
  },
  check(resource, { report }) {
    if (resource.attribute('Metadata')) return
    for (const type of resource.known('PackageType', string)) {
      if (type.value !== 'Image') continue
      for (const absent of resource.absent('ImageUri')) {
        const when = both(type.when, absent.when)
        if (canHold(when)) report({ node: resource.body, when }, 'missing', { function: resource.id })
      }
    }
  },
})
