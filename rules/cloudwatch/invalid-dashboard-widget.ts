import { contentsOf, defineRule, number, type Properties, string, table } from '#rule'

/** What the properties of a widget cannot do without. */
const NEEDED: Readonly<Record<string, readonly string[]>> = table({
  metric: ['region'],
  text: ['markdown'],
  log: ['region', 'query'],
  alarm: ['alarms'],
})
const GRID = { x: [0, 23], y: [0, Number.POSITIVE_INFINITY], width: [1, 24], height: [1, 1000] } as const

export default defineRule({
  id: 'cloudwatch/invalid-dashboard-widget',
  title: 'A dashboard widget has what its type needs, and a place',
  severity: 'error',
  on: ['AWS::CloudWatch::Dashboard'],
  why: 'CloudWatch refuses the dashboard, and the deployment fails.',
  fix: 'Add what the type needs to properties, and stay within the grid, which is 24 columns wide.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html',
      fact: 'The types of widgets with the required properties of each; x is 0 to 23, width 1 to 24, height 1 to 1000.',
    },
  ],
  notes: ['000:478', '004:129'],
  messages: {
    untyped: 'This widget needs {field}, which is not set.',
    needed: 'A widget of type {type} needs {field} in its properties; add it.',
    place: '{field} is {value}; it must be {wanted}.',
  },
  check(dashboard, { report }) {
    for (const widget of contentsOf(dashboard, 'DashboardBody').flatMap((body) => body.items('widgets'))) {
      if (widget.node.parent?.kind !== 'sequence') continue // told by cloudwatch/malformed-dashboard-body
      for (const field of ['type', 'properties']) for (const absent of widget.absent(field)) report(absent, 'untyped', { field })
      for (const type of widget.known('type', string)) {
        for (const properties of widget.items('properties')) {
          if (type.value === 'metric' && showsAlarm(properties)) continue
          for (const field of NEEDED[type.value] ?? []) {
            for (const absent of properties.absent(field)) report(absent, 'needed', { type: type.value, field })
          }
        }
      }
      for (const [field, [least, most]] of Object.entries(GRID)) {
        for (const fact of widget.known(field, number)) {
          const { value } = fact
          const wanted = most === Number.POSITIVE_INFINITY ? 'a whole number from 0' : `a whole number from ${least} to ${most}`
          if (!Number.isInteger(value) || value < least || value > most) report(fact, 'place', { field, value, wanted })
        }
      }
    }
  },
})

/** The region of an alarm stands in its ARN. */
const showsAlarm = (properties: Properties): boolean => properties.facts('annotations.alarms').some((fact) => fact.state !== 'absent')
