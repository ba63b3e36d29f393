import { bytesOf, defineRule, type Node } from '#rule'

const MOST = 262_144

export default defineRule({
  id: 'stepfunctions/literal-too-large',
  title: 'The data of a state is limited to 256 KiB',
  severity: 'warning',
  on: ['statemachine'],
  why: 'The state fails whenever it runs, with States.DataLimitExceeded.',
  fix: 'Put the data into S3 and pass its bucket and key.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
      fact: 'Input and result of a task, a state or an execution may have 256 KiB of UTF-8.',
    },
  ],
  notes: ['004:397'],
  messages: { tooLarge: '{field} has at least {bytes} bytes as JSON; a state passes on 262144 at most. Keep the data in S3.' },
  check(machine, { report }) {
    for (const state of machine.states) {
      for (const field of ['Result', 'Parameters', 'Arguments', 'Output']) {
        for (const fact of state.facts(field)) {
          if (fact.state !== 'known') continue
          const bytes = leastBytes(fact.value)
          if (bytes > MOST) report({ node: fact.node, when: fact.when }, 'tooLarge', { field, bytes })
        }
      }
    }
  },
})

/** The size of the compact JSON, functions left out. */
function leastBytes(node: Node): number {
  if (node.kind === 'scalar') return typeof node.value === 'string' ? bytesOf(JSON.stringify(node.text)) : node.text.length
  if (node.kind === 'sequence') return node.items.reduce((sum, item) => sum + leastBytes(item) + 1, 1)
  if (node.entries.some(({ key }) => /^(Ref|Fn::)/.test(key.text))) return 0
  return node.entries.reduce((sum, { key, value }) => sum + bytesOf(JSON.stringify(key.text)) + leastBytes(value) + 2, 1)
}
