import { both, canHold, defineRule, string } from '#rule'

export default defineRule({
  id: 'ssm/policies-without-advanced-tier',
  title: 'Parameter policies need the advanced tier',
  severity: 'error',
  on: ['AWS::SSM::Parameter'],
  why: 'Systems Manager rejects the parameter: policies need the advanced tier.',
  fix: 'Set Tier to Advanced (which is charged) or Intelligent-Tiering, or remove Policies.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-policies.html',
      fact: 'Policies exist for parameters of the advanced tier.',
    },
  ],
  notes: ['000:281', '002:2010'],
  messages: {
    tier: 'Policies need the advanced tier, but Tier is {tier}; set it to Advanced or Intelligent-Tiering.',
  },
  check(parameter, { report }) {
    for (const policies of parameter.known('Policies', string)) {
      // An empty text or list removes them.
      if (/^\s*(\[\s*\])?\s*$/.test(policies.value)) continue
      for (const tier of parameter.possible('Tier', string)) {
        const when = both(policies.when, tier.when)
        const isStandard = tier.state === 'absent' || (tier.state === 'known' && tier.value === 'Standard')
        if (isStandard && canHold(when))
          report({ node: policies.node, when }, 'tier', { tier: tier.state === 'known' ? tier.value : 'not set' })
      }
    }
  },
})
