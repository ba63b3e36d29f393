import { defineRule, type Node, OPAQUE, type State, walk, workOf } from '#rule'

/** The token, the whole context that holds it, or a text of which a part is unknown. */
const MAY_HOLD = new RegExp(`Task\\W{0,3}Token|\\$\\$(?![.\\w])|\\$states\\.context(?!\\.(?!Task))|\\$states(?![.\\w])|\\$\\{|${OPAQUE}`)

export default defineRule({
  id: 'stepfunctions/task-token-unused',
  title: 'A task that waits for its token must hand it out',
  severity: 'warning',
  on: ['statemachine'],
  why: 'Nobody can answer without the token: the task waits until its timeout, or for a year.',
  fix: 'Pass $$.Task.Token in Parameters, or $states.context.Task.Token in Arguments.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html',
      fact: 'With .waitForTaskToken the token of the context object goes with the request, and the task waits until it comes back.',
    },
  ],
  notes: ['001:1182', '001:1183', '001:1184', '001:1185', '001:1186'],
  messages: { unused: 'This task waits for its token, which nothing in {field} hands out; add {token}.' },
  check(machine, { report }) {
    for (const state of machine.states) {
      if (state.type !== 'Task' || mayHandOut(state)) continue
      const isJsonata = state.queryLanguage === 'JSONata'
      for (const { pattern, node, when } of workOf(state)) {
        if (pattern !== 'waitForTaskToken') continue
        report({ node, when }, 'unused', {
          field: isJsonata ? 'Arguments' : 'Parameters',
          token: isJsonata ? '{% $states.context.Task.Token %}' : '$$.Task.Token',
        })
      }
    }
  },
})

function mayHandOut(state: State): boolean {
  if (state.isOpen) return true
  return ['Parameters', 'Arguments'].some((field) =>
    state.facts(field).some((fact) => fact.state === 'unknown' || (fact.state === 'known' && holdsToken(fact.value))),
  )
}

const holdsToken = (root: Node): boolean =>
  [...walk(root)].some((node) =>
    node.kind === 'scalar'
      ? MAY_HOLD.test(node.text)
      : node.kind === 'mapping' && node.entries.some(({ key }) => /^(Ref|Fn::(?!Sub|Join|If)\w+)$/.test(key.text)),
  )
