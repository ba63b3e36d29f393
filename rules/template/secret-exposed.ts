import { defineRule, propertyPathOf } from '#rule'

/** Where the services show a property to everyone who may describe the resource. */
const SHOWN =
  /^(Description$|Tags(\.|$)|(LaunchTemplateData\.)?UserData(\.|$)|Environment\.Variables\.|ContainerDefinitions\.\*\.(Environment|Command|EntryPoint)\.)/

export default defineRule({
  id: 'template/secret-exposed',
  title: 'A NoEcho value is written where it is shown in clear',
  severity: 'warning',
  on: ['template'],
  why: 'NoEcho masks the parameter only. Metadata, tags, descriptions, user data and environment variables are given to everyone who may describe the resource.',
  fix: 'Let the program read the secret itself, from Secrets Manager or SSM; ECS and CodeBuild can do that by reference.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'NoEcho does not mask what is stored in the Metadata section, in Outputs, or in the Metadata attribute of a resource.',
    },
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
      fact: 'Environment variables are shown with the configuration of the function; secrets belong into Secrets Manager.',
    },
  ],
  notes: ['004:35', '004:37'],
  cfnLint: ['W2010'],
  messages: { exposed: 'The NoEcho parameter "{name}" is shown in clear in {place}; let the secret be read where it is used.' },
  check(template, { report }) {
    for (const { kind, name, section, within, node, span, when } of template.references.uses) {
      if ((kind !== 'Ref' && kind !== 'Sub') || !template.parameters.get(name)?.isNoEcho) continue
      const path = propertyPathOf(node)
      const shown =
        section === 'Resources' && within === 'Properties'
          ? SHOWN.exec(path)?.[1]
              ?.replace(/[.$*]+/g, ' ')
              .trim()
          : undefined
      const place = section === 'Metadata' || (section === 'Resources' && within === 'Metadata') ? 'Metadata' : shown
      if (place !== undefined) report({ node, span, when }, 'exposed', { name, place: place || path })
    }
  },
})
