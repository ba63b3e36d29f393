import { defineRule, knownText } from '#rule'
import { deployedFunctions, functionName } from './_functions.ts'
import { HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/hook-is-deployed-function',
  title: 'Validation hook calls the function being deployed',
  severity: 'warning',
  on: ['appspec'],
  why: 'A hook must report its result to CodeDeploy; a function that serves requests does not, and the event times out after an hour.',
  fix: 'Write a function of its own that tests the new version and reports with PutLifecycleEventHookExecutionStatus.',
  sources: [
    { url: HOOKS, fact: 'The function of a hook tests the deployment and calls PutLifecycleEventHookExecutionStatus with the result.' },
  ],
  notes: ['002:1208', '002:1211'],
  messages: {
    same: '"{event}" calls "{name}", the function that is being deployed; write a function of its own that tests it and reports to CodeDeploy.',
  },
  check(appspec, { report }) {
    const deployed = deployedFunctions(appspec)
    for (const { key, value } of appspec.hooks) {
      const name = functionName(knownText(value) ?? '')
      if (name && deployed.has(name)) report(value, 'same', { event: key.text, name })
    }
  },
})
