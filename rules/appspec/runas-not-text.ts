import { childOf, defineRule, isUnevaluated, kindName } from '#rule'
import { HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/runas-not-text',
  title: 'runas names one user',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent makes a text of whatever stands there and runs the script as a user of that name, who does not exist.',
  fix: 'Write the name of one user.',
  sources: [{ url: HOOKS, fact: 'runas is the user as whom the script runs.' }],
  messages: { notText: '"runas" is {kind}; write the name of one user.' },
  check(appspec, { report }) {
    for (const { node } of appspec.scripts) {
      const runas = childOf(node, 'runas')
      if (runas && runas.kind !== 'scalar' && !isUnevaluated(runas)) report(runas, 'notText', { kind: kindName(runas) })
    }
  },
})
