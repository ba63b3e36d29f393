import { defineRule } from '#rule'
import { HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/validation-missing',
  title: 'Deployment starts the application but never validates it',
  severity: 'info',
  on: ['appspec'],
  why: 'Without a check the deployment succeeds as soon as the start script returns, and nothing is rolled back.',
  fix: 'Add a script to ValidateService that fails unless the application answers.',
  sources: [{ url: HOOKS, fact: 'ValidateService, the last event of the installation, is for verifying that the deployment succeeded.' }],
  notes: ['001:1104'],
  messages: { noCheck: '"ApplicationStart" starts the application, but no script validates it; add one to "ValidateService".' },
  check(appspec, { report }) {
    const start = appspec.scripts.find(({ event }) => event.text === 'ApplicationStart')
    const validates = appspec.hooks.some(({ key }) => ['ValidateService', 'BeforeAllowTraffic', 'AfterAllowTraffic'].includes(key.text))
    if (start && !validates) report(start.event, 'noCheck')
  },
})
