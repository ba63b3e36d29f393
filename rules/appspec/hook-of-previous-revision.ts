import { defineRule, PREVIOUS_REVISION_HOOKS } from '#rule'
import { AGENT_HOOKS, HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/hook-of-previous-revision',
  title: 'Hook runs from the revision that was deployed before',
  severity: 'info',
  on: ['appspec'],
  why: 'A script that is mended here runs one deployment later; one that fails keeps failing until the deployment ignores it.',
  fix: 'Keep these scripts simple; to get past a broken one, deploy with --ignore-application-stop-failures.',
  sources: [
    {
      url: HOOKS,
      fact: 'AppSpec and scripts of ApplicationStop, BeforeBlockTraffic and AfterBlockTraffic come from the last successful deployment.',
    },
    { url: AGENT_HOOKS, fact: 'For these events the agent uses the folder of the last successful deployment.' },
  ],
  messages: {
    previous: '"{event}" runs the script of the revision deployed before; what is changed here takes effect one deployment later.',
  },
  check(appspec, { report }) {
    const events = new Set(appspec.scripts.map(({ event }) => event))
    for (const event of events) if (PREVIOUS_REVISION_HOOKS.includes(event.text)) report(event, 'previous', { event: event.text })
  },
})
