import { defineRule } from '#rule'
import { HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/hook-needs-test-listener',
  title: 'Hook runs only with a test listener',
  severity: 'info',
  on: ['appspec'],
  why: 'Without a test listener no test traffic is sent, and CodeDeploy passes over the event without a word.',
  fix: 'Add a test listener to the deployment group, or use BeforeAllowTraffic.',
  sources: [{ url: HOOKS, fact: 'AfterAllowTestTraffic takes place after the test listener has begun to serve the replacement tasks.' }],
  messages: { listener: '"AfterAllowTestTraffic" runs only in deployment groups with a test listener; make sure that yours have one.' },
  check(appspec, { report }) {
    if (appspec.platform !== 'ecs') return
    for (const { key } of appspec.hooks) if (key.text === 'AfterAllowTestTraffic') report(key, 'listener')
  },
})
