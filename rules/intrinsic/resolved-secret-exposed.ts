import { defineRule, dynamicReferencesOf } from '#rule'

/** Where a value is shown to whoever may look at the resource: environments and start-up scripts. */
const EXPOSED: readonly (readonly [type: RegExp, property: RegExp])[] = [
  [/^AWS::(Lambda|Serverless)::Function$/, /^Environment\.Variables\./],
  [/^AWS::ECS::TaskDefinition$/, /^ContainerDefinitions\.Environment\./],
  [/^AWS::CodeBuild::Project$/, /^Environment\.EnvironmentVariables\./],
  [/^AWS::(EC2::(Instance|LaunchTemplate)|AutoScaling::LaunchConfiguration)$/, /(^|\.)UserData$/],
]

export default defineRule({
  id: 'intrinsic/resolved-secret-exposed',
  title: 'A resolved secret is readable where it is put',
  severity: 'warning',
  on: ['template'],
  why: 'The value is stored as plain text: whoever may describe the resource reads the secret, and a rotated one is not picked up.',
  fix: 'Use the secret reference of the service (Secrets of ECS, secrets-manager of CodeBuild), or read the secret at run time.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
      fact: 'Whoever can read the property of the resource can read the value that a dynamic reference was replaced with.',
    },
  ],
  notes: ['002:2015', '002:2019'],
  cfnLint: ['E1051'],
  messages: {
    exposed: 'The secret can be read as plain text in {place}; let the service or the program read it at run time.',
  },
  check(template, { report }) {
    for (const { parts, node, span, section, resource, path } of dynamicReferencesOf(template)) {
      if (parts[0] !== 'secretsmanager' && parts[0] !== 'ssm-secure') continue
      const [attribute, ...property] = path
      if (section !== 'Resources' || !resource) continue
      const place = property.join('.')
      if (attribute === 'Metadata') report({ node, span, when: template.whenAt(node) }, 'exposed', { place: 'Metadata' })
      // A secure string is not resolved there at all.
      else if (
        parts[0] !== 'ssm-secure' &&
        attribute === 'Properties' &&
        EXPOSED.some(([type, where]) => type.test(resource.type) && where.test(place))
      )
        report({ node, span, when: template.whenAt(node) }, 'exposed', { place })
    }
  },
})
