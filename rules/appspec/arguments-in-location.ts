import { childOf, defineRule, knownText } from '#rule'
import { AGENT_HOOKS, HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/arguments-in-location',
  title: 'Script location is a path, not a command line',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent looks for a file of that whole name and fails the event with "Script does not exist at specified location".',
  fix: 'Name a script alone; write the command with its arguments into a script of its own.',
  sources: [
    { url: HOOKS, fact: 'location is the place of the script in the bundle; there is no key for arguments.' },
    { url: AGENT_HOOKS, fact: 'The agent tests that a file of the name in location exists before it runs it.' },
  ],
  messages: {
    command:
      '"location" is "{value}", taken as the name of one file ("Script does not exist at specified location"); write a script that runs this command.',
  },
  check(appspec, { report }) {
    for (const { node } of appspec.scripts) {
      const location = childOf(node, 'location')
      const value = knownText(location)?.trim()
      if (location && value && COMMAND.test(value)) report(location, 'command', { value })
    }
  },
})

/** An interpreter before a path, something behind the extension of a script, or a line of shell. */
const COMMAND =
  /^(sudo|sh|bash|zsh|python3?|ruby|perl|node|npm|php|java|powershell|pwsh|cmd|systemctl|service|docker|aws|chmod|echo)(\.exe)?\s+\S|\.(sh|bash|py|rb|pl|js|php|ps1|bat|cmd|exe)\s+\S|&&|\|\||[;|>]\s/i
