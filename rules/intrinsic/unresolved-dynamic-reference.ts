import { defineRule, pathOf, walk } from '#rule'

const DOCUMENTS = /^AWS::SSM::(Association|Document|MaintenanceWindowTask)$/

export default defineRule({
  id: 'intrinsic/unresolved-dynamic-reference',
  title: 'Dynamic reference is not resolved',
  severity: 'warning',
  on: ['template'],
  why: 'CloudFormation takes it for plain text and passes it on, braces and all.',
  fix: 'Begin with {{resolve: and leave no blanks around the word.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
      fact: 'A dynamic reference begins with two braces and the word resolve; what differs from that is text.',
    },
  ],
  cfnLint: ['W1053'],
  messages: {
    blanks: '{text} has blanks before "resolve" or behind it and is left as it is; remove them.',
    word: '{text} lacks the word resolve and is left as it is; write {right}.',
  },
  check(template, { report }) {
    for (const node of walk(template.root)) {
      if (node.kind !== 'scalar' || !node.text.includes('{{')) continue
      const [section, owner] = pathOf(node).split('/')
      if (section === 'Metadata' || section === 'Description') continue
      for (const match of node.text.matchAll(/\{\{(?:\s+resolve\s*|\s*resolve\s+):\s*(?:ssm|ssm-secure|secretsmanager)\s*:[^{}]*\}\}/g)) {
        const span = template.partOf(node, match.index, match.index + match[0].length)
        report({ node, span, when: template.whenAt(node) }, 'blanks', { text: match[0] })
      }
      // Documents of Systems Manager have the same form for parameters of their own.
      if (DOCUMENTS.test(template.resources.get(owner ?? '')?.type ?? '')) continue
      for (const match of node.text.matchAll(/\{\{\s*:?((?:ssm|ssm-secure|secretsmanager):[^{}]*)\}\}/g)) {
        const span = template.partOf(node, match.index, match.index + match[0].length)
        report({ node, span, when: template.whenAt(node) }, 'word', { text: match[0], right: `{{resolve:${match[1]}}}` })
      }
    }
  },
})
