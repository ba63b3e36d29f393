import { defineRule } from '#rule'

export default defineRule({
  id: 'output/export-name-depends-on-resource',
  title: 'The name of an export cannot depend on a resource',
  severity: 'error',
  on: ['template'],
  why: 'Export names must be known before resources are made; CloudFormation rejects the template.',
  fix: 'Build the name of text, parameters and pseudo parameters such as AWS::StackName.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html',
      fact: 'The Name of an export cannot use Ref or GetAtt of a resource, nor depend on one in Fn::ImportValue.',
    },
  ],
  notes: ['000:725', '000:727', '001:92', '001:93', '001:94', '002:1287', '002:1292', '003:260'],
  cfnLint: ['E6102'],
  messages: {
    resource: 'The name of an export cannot depend on resource "{id}"; use text, parameters and pseudo parameters.',
    import: 'The name of an export cannot come from {name}; use text, parameters and pseudo parameters.',
  },
  check(template, { report }) {
    for (const { kind, name, section, within, node, span, when, opaque } of template.references.uses) {
      if (section !== 'Outputs' || within !== 'Export' || opaque || kind === 'Condition' || kind === 'FindInMap') continue
      const meaning = template.names.meaningOf(name)
      if (meaning === 'resource' || meaning === 'generated') report({ node, span, when }, 'resource', { id: name })
    }
    for (const { call, section, within, when } of template.references.calls) {
      if (section === 'Outputs' && within === 'Export' && /^Fn::(ImportValue|GetStackOutput)$/.test(call.name)) {
        report({ node: call.key, when }, 'import', { name: call.name })
      }
    }
  },
})
