import { childOf, defineRule, type Node } from '#rule'
import { HOOKS, LIMITS } from './_pages.ts'

export default defineRule({
  id: 'appspec/timeout-sum-too-long',
  title: 'Scripts of one event may take 3,600 seconds together',
  severity: 'error',
  on: ['appspec'],
  why: 'CodeDeploy fails a lifecycle event after an hour, whatever the timeouts of its scripts still allow.',
  fix: 'Lower the timeouts so that those of one event add up to 3600 at most.',
  sources: [
    { url: HOOKS, fact: 'The timeouts of all scripts of one lifecycle event must not exceed 3600 seconds together.' },
    { url: LIMITS, fact: 'A lifecycle event may take 3600 seconds.' },
  ],
  notes: ['001:1099', '001:1100', '001:1102', '002:1207', '002:1210', '002:2375'],
  messages: {
    one: '"timeout" is {value}; a lifecycle event ends after 3600 seconds: lower it.',
    together: 'The timeouts of "{event}" add up to {sum} here; a lifecycle event ends after 3600 seconds: lower them.',
  },
  check(appspec, { report }) {
    for (const { key, value } of appspec.hooks) {
      let sum = 0
      for (const item of value.kind === 'sequence' && appspec.platform === 'server' ? value.items : []) {
        const timeout = childOf(item, 'timeout')
        const seconds = secondsOf(timeout)
        if (!timeout || seconds === undefined) continue
        if (seconds > MOST) report(timeout, 'one', { value: seconds })
        else if (sum <= MOST && sum + seconds > MOST) report(timeout, 'together', { event: key.text, sum: sum + seconds })
        sum += seconds
      }
    }
  },
})

const MOST = 3600
const secondsOf = (node: Node | undefined): number | undefined =>
  node?.kind === 'scalar' && /^\d+$/.test(node.text) ? Number(node.text) : undefined
