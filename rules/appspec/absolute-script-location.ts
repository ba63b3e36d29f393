import { childOf, defineRule, inRevision, isOnInstance, knownText } from '#rule'
import { AGENT_HOOKS, HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/absolute-script-location',
  title: 'Script location is relative to the revision',
  severity: 'warning',
  on: ['appspec'],
  why: 'The agent looks for the path below the folder of the revision and fails the event with "Script does not exist at specified location".',
  fix: 'Put the script into the revision and name it relative to the folder of the AppSpec.',
  sources: [
    { url: HOOKS, fact: 'location is the place of the script in the bundle.' },
    {
      url: AGENT_HOOKS,
      fact: 'The location is always joined with the folder of the revision; a file that is not there raises ScriptMissing.',
    },
  ],
  notes: ['000:343', '000:361', '000:363', '001:1099', '001:1100', '001:1102', '002:1207', '002:1210', '002:2375'],
  messages: {
    absolute:
      '"location" is "{value}", which is looked up inside the revision ("Script does not exist at specified location: {value}"); name a script of the revision.',
  },
  check(appspec, { report }) {
    for (const { node } of appspec.scripts) {
      const location = childOf(node, 'location')
      const value = knownText(location)?.trim()
      if (!location || !value || !isOnInstance(value)) continue
      if (appspec.project?.typeOf(inRevision(value) ?? '') !== 'file') report(location, 'absolute', { value })
    }
  },
})
