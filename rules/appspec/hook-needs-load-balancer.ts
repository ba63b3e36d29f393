import { defineRule, LOAD_BALANCER_HOOKS } from '#rule'
import { HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/hook-needs-load-balancer',
  title: 'Hook runs only behind a load balancer',
  severity: 'info',
  on: ['appspec'],
  why: 'In a deployment group without a load balancer no traffic is blocked and allowed, and the scripts never run.',
  fix: 'Make sure that every deployment group of this AppSpec has a load balancer.',
  sources: [
    { url: HOOKS, fact: 'The events of blocking and allowing traffic take place where the deployment group names a load balancer.' },
  ],
  messages: { balancer: '"{event}" runs only in deployment groups with a load balancer; make sure that yours have one.' },
  check(appspec, { report }) {
    const events = new Set(appspec.scripts.map(({ event }) => event))
    for (const event of events) if (LOAD_BALANCER_HOOKS.includes(event.text)) report(event, 'balancer', { event: event.text })
  },
})
