import { contentsOf, defineRule, type Node, type Properties, string } from '#rule'

export default defineRule({
  id: 'cloudwatch/malformed-dashboard-metric',
  title: 'A metric of a widget is a list of namespace, name and dimensions',
  severity: 'error',
  on: ['AWS::CloudWatch::Dashboard'],
  why: 'CloudWatch refuses the dashboard, or draws an empty graph.',
  fix: 'Write each metric as ["Namespace", "Name", "Dimension", "value", …], with settings as an object at the end.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html',
      fact: 'A metric is an array of its namespace, its name, a name and a value for each dimension, and one object for how it is drawn.',
    },
  ],
  notes: ['000:478', '004:129'],
  messages: {
    noList: 'A metric must be a list, as ["AWS/SQS", "NumberOfMessagesSent", "QueueName", "orders"]; this is {kind}.',
    odd: 'This metric has a dimension without a value; write the name and the value of each dimension.',
    short: 'This metric has no name; write its namespace and its name, then its dimensions.',
    settings: 'The settings of a metric stand at its end; move this object behind the dimensions.',
  },
  check(dashboard, { report }) {
    for (const widget of contentsOf(dashboard, 'DashboardBody').flatMap((body) => body.items('widgets'))) {
      if (!widget.known('type', string).some(({ value }) => value === 'metric')) continue
      for (const properties of widget.items('properties')) judge(properties)
    }

    function judge(properties: Properties): void {
      for (const fact of properties.facts('metrics.*')) {
        if (fact.state !== 'known') continue
        const { value, node, when } = fact
        if (value.kind !== 'sequence') {
          report(fact, 'noList', { kind: value.kind === 'mapping' ? 'a map' : `"${value.text}"` })
          continue
        }
        const items = value.items
        const at = items.findIndex((item) => item.kind === 'mapping' && !isFunction(item))
        if (at >= 0 && at < items.length - 1) report({ node: items[at] as Node, when }, 'settings')
        const words = at >= 0 ? items.slice(0, at) : items
        if ((at >= 0 && at < items.length - 1) || words.some((word) => word.kind !== 'scalar' || word.text === '...')) continue
        // An expression or a search needs no names.
        if (words.length === 0) continue
        if (words.length === 1) report({ node, when }, 'short')
        else if (words.length % 2) report({ node: words.at(-1) as Node, when }, 'odd')
      }
    }
  },
})

const isFunction = (node: Node): boolean => node.kind === 'mapping' && node.entries.some(({ key }) => /^(Ref|Fn::)/.test(key.text))
