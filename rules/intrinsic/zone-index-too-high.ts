import { callOf, defineRule, table } from '#rule'

/** Regions with more zones than three. */
const ZONES: Readonly<Record<string, number>> = table({ 'us-east-1': 6, 'us-west-2': 4, 'ap-northeast-1': 4, 'ap-northeast-2': 4 })

export default defineRule({
  id: 'intrinsic/zone-index-too-high',
  title: 'Zone index above 2 fails in Regions with three zones',
  severity: 'warning',
  on: ['template'],
  why: 'Most Regions have three Availability Zones, so the stack fails wherever there is no fourth.',
  fix: 'Use an index of 0 to 2, or take the number of zones as a parameter.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html',
      fact: 'Every Region has at least three Availability Zones; only a few have more.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getavailabilityzones.html',
      fact: 'Fn::GetAZs returns the zones in which the account has a default subnet, which may be fewer than there are.',
    },
  ],
  notes: ['002:13', '002:742', '002:1346'],
  messages: {
    high: 'Item {index}, counted from 0, is not there where a Region has {least} zones.',
  },
  check(template, { report }) {
    for (const { call, when } of template.references.callsOf('Fn::Select')) {
      const [index, values] = call.argument.kind === 'sequence' ? call.argument.items : []
      const zones = callOf(values)
      if (!index || zones?.name !== 'Fn::GetAZs') continue
      const region = zones.argument.kind === 'scalar' ? zones.argument.text : ''
      const least = ZONES[region] ?? 3
      for (const fact of template.resolver.resolve(index, when)) {
        const position = fact.state === 'known' && fact.value.kind === 'scalar' ? Number(fact.value.text) : Number.NaN
        if (fact.state === 'known' && position >= least) report(fact, 'high', { index: position, least })
      }
    }
  },
})
