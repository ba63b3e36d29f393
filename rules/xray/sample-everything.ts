import { defineRule, number, string } from '#rule'

const MATCHERS = ['Host', 'URLPath', 'ServiceName']

export default defineRule({
  id: 'xray/sample-everything',
  title: 'Recording every request costs',
  severity: 'info',
  on: ['AWS::XRay::SamplingRule'],
  why: 'Every request is recorded, and every trace is billed.',
  fix: 'Use a lower rate, or match the requests that matter.',
  sources: [{ url: 'https://aws.amazon.com/xray/pricing/', fact: 'Traces are billed by their number.' }],
  notes: ['000:752', '001:1013', '001:1014', '001:1015', '001:1016', '002:1767', '002:1768', '003:396'],
  messages: {
    all: 'FixedRate is 1 for every request; record a part of them, or match fewer.',
  },
  check(rule, { report }) {
    const isAll = MATCHERS.every((name) => {
      const values = rule.known(`SamplingRule.${name}`, string)
      return values.length === 1 && values[0]?.value === '*'
    })
    if (!isAll) return
    for (const rate of rule.known('SamplingRule.FixedRate', number)) if (rate.value === 1) report(rate, 'all')
  },
})
