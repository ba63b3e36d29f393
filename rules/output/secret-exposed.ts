import { childOf, defineRule, isPlaceholder, saysSecret } from '#rule'
import { outputsOf } from './_outputs.ts'

export default defineRule({
  id: 'output/secret-exposed',
  title: 'An output shows a secret in clear',
  severity: 'warning',
  on: ['template'],
  why: 'Everyone who may describe the stack reads its outputs; NoEcho does not mask them, and exports are shown to the whole account.',
  fix: 'Remove the output; pass on the ARN of a secret instead of its value.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html',
      fact: 'CloudFormation does not redact or obfuscate what is in Outputs; do not put passwords or secrets there.',
    },
  ],
  notes: ['002:1293', '004:35', '004:37'],
  cfnLint: ['W2010'],
  messages: {
    parameter: 'Output "{name}" shows the NoEcho parameter "{parameter}" in clear; remove it.',
    literal: 'Output "{name}" seems to be a secret in clear; remove it.',
  },
  check(template, { report }) {
    for (const use of template.references.uses) {
      if (use.section !== 'Outputs' || use.within !== 'Value') continue
      const { name, kind, node, span, when, owner } = use
      if ((kind === 'Ref' || kind === 'Sub') && template.parameters.get(name)?.isNoEcho) {
        report({ node, span, when }, 'parameter', { name: owner, parameter: name })
      }
    }
    for (const { name, body, when } of outputsOf(template)) {
      const value = childOf(body, 'Value')
      if (!value) continue
      if (
        value.kind === 'scalar' &&
        typeof value.value === 'string' &&
        saysSecret(name) &&
        value.text !== '' &&
        !isPlaceholder(value.text) &&
        !/[/:\s]/.test(value.text)
      ) {
        report({ node: value, when }, 'literal', { name })
      }
    }
  },
})
