import { childOf, defineRule, isBlank, isUnevaluated, kindName, SCRIPT_KEYS } from '#rule'
import { AGENT_PARSER, HOOKS } from './_pages.ts'
import { LOCATION_WORDS } from './_words.ts'

export default defineRule({
  id: 'appspec/script-location-missing',
  title: 'Each hook script needs a location',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent refuses the whole AppSpec, so the deployment fails at its first event.',
  fix: 'Write the path of the script, relative to the folder of the AppSpec, as `location`.',
  sources: [
    { url: HOOKS, fact: 'location is the one key that a script must have.' },
    { url: AGENT_PARSER, fact: 'A script without it raises "specifies a script with no location value".' },
  ],
  notes: ['000:343', '000:361', '000:363', '001:1099', '001:1100', '001:1102', '002:1207', '002:1210', '002:2375', '003:456'],
  messages: {
    missing: 'The script of "{event}" has no "location" (CodeDeploy: "specifies a script with no location value"); add its path.',
    misspelt: '"{key}" is not read; write "location" (CodeDeploy: "specifies a script with no location value").',
    empty: '"location" is empty (CodeDeploy: "specifies a script with no location value"); write the path of the script.',
    notText: '"location" is {kind}; write the path of one script, and a further "- location:" for each further script.',
  },
  check(appspec, { report }) {
    for (const { event, node } of appspec.scripts) {
      if (isUnevaluated(node)) continue
      const location = childOf(node, 'location')
      const key = appspec.standIn(node, 'location', SCRIPT_KEYS, LOCATION_WORDS)
      if (key) report(key, 'misspelt', { key: key.text })
      else if (!location) report(node, 'missing', { event: event.text })
      else if (isBlank(location)) report(location, 'empty')
      else if (location.kind !== 'scalar' && !isUnevaluated(location)) report(location, 'notText', { kind: kindName(location) })
    }
  },
})
