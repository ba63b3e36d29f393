import { childOf, defineRule, textOf } from '#rule'
import { HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/stop-without-start',
  title: 'ApplicationStop without ApplicationStart',
  severity: 'info',
  on: ['appspec'],
  why: 'Where no script starts what ApplicationStop has stopped, the application stays down after the deployment.',
  fix: 'Add a script to ApplicationStart.',
  sources: [{ url: HOOKS, fact: 'ApplicationStart is for restarting what was stopped during ApplicationStop.' }],
  notes: ['001:1106'],
  messages: { noStart: '"ApplicationStop" has a script but "ApplicationStart" has none; add one that starts the application again.' },
  check(appspec, { report }) {
    const { scripts } = appspec
    const stop = scripts.find(({ event }) => event.text === 'ApplicationStop')
    const starts = scripts.some(
      ({ event, node }) =>
        event.text === 'ApplicationStart' ||
        (event.text !== 'ApplicationStop' && /start|run|launch|deploy|up\b/i.test(textOf(childOf(node, 'location')) ?? 'start')),
    )
    if (stop && !starts) report(stop.event, 'noStart')
  },
})
