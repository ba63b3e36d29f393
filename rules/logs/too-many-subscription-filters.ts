import { ALWAYS, both, callOf, canHold, defineRule, eventsOf, type Node, type When } from '#rule'

/** CloudWatch Logs takes this many for each log group. */
const MOST = 2

export default defineRule({
  id: 'logs/too-many-subscription-filters',
  title: 'A log group takes two subscription filters',
  severity: 'error',
  on: ['template'],
  why: 'CloudWatch Logs answers the third with "Resource limit exceeded", and the stack rolls back.',
  fix: 'Leave two filters, or send the logs to one stream and let its consumers choose.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html',
      fact: 'A log group has at most two subscription filters; this quota cannot be raised.',
    },
  ],
  notes: ['002:1868'],
  cfnLint: ['E2529'],
  messages: { many: 'This is subscription filter {count} of log group {group}, which takes two.' },
  check(template, { report }) {
    const groups = new Map<string, { count: number; when: When }>()
    const events = template.resourcesOf('AWS::Serverless::Function').flatMap((fn) => eventsOf(fn, 'CloudWatchLogs'))
    // SAM makes a filter for each event.
    const filters = [...template.resourcesOf('AWS::Logs::SubscriptionFilter'), ...events.map(({ properties }) => properties)]
    for (const filter of filters) {
      for (const name of filter.facts('LogGroupName')) {
        const group = name.state === 'absent' ? undefined : groupOf(name.node)
        if (!group) continue
        const sofar = groups.get(group) ?? { count: 0, when: ALWAYS }
        const when = both(sofar.when, name.when)
        if (!canHold(when)) continue
        const count = sofar.count + 1
        groups.set(group, { count, when })
        if (count > MOST) report({ node: name.node, when }, 'many', { count, group })
      }
    }
  },
})

/** The log group that a name means when it is literal or one reference; the same text for the same group. */
function groupOf(name: Node): string | undefined {
  if (name.kind === 'scalar') return name.text
  const call = callOf(name)
  return call?.name === 'Ref' && call.argument.kind === 'scalar' ? call.argument.text : undefined
}
