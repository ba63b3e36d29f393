import { closest, contentsOf, defineRule, listOf, string } from '#rule'

const TYPES = ['metric', 'text', 'log', 'alarm', 'explorer', 'custom', 'chart']

export default defineRule({
  id: 'cloudwatch/unknown-widget-type',
  title: 'A dashboard widget must be of a type that CloudWatch draws',
  severity: 'warning',
  on: ['AWS::CloudWatch::Dashboard'],
  why: 'CloudWatch takes the dashboard with any type, and draws nothing for this widget.',
  fix: 'Write one of the types, in small letters.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html',
      fact: 'The types of widgets with the required properties of each.',
    },
    {
      url: 'https://github.com/badmintoncryer/cdk-preflight/blob/main/docs/rules.md',
      fact: 'Tried: a dashboard with a widget of the type metricc deploys.',
    },
  ],
  notes: ['000:478', '004:129'],
  messages: {
    type: 'The type of this widget is "{type}"; it must be {types}{hint}.',
  },
  check(dashboard, { report }) {
    for (const widget of contentsOf(dashboard, 'DashboardBody').flatMap((body) => body.items('widgets'))) {
      if (widget.node.parent?.kind !== 'sequence') continue // told by cloudwatch/malformed-dashboard-body
      for (const type of widget.known('type', string)) {
        if (TYPES.includes(type.value)) continue
        const near = closest(type.value, TYPES)
        report(type, 'type', { type: type.value, types: listOf(TYPES), hint: near ? ` (did you mean ${near}?)` : '' })
      }
    }
  },
})
