import { defineRule, string, together } from '#rule'

export default defineRule({
  id: 'cognito/threat-protection-below-plus',
  title: 'Threat protection needs the Plus plan',
  severity: 'error',
  on: ['AWS::Cognito::UserPool'],
  why: 'Cognito rejects threat protection for plans that do not have it.',
  fix: 'Set UserPoolTier to PLUS, or AdvancedSecurityMode to OFF.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html',
      fact: 'Threat protection belongs to the plan Plus.',
    },
  ],
  notes: ['000:592', '000:594'],
  messages: {
    mode: 'AdvancedSecurityMode is "{mode}"; it must be OFF, AUDIT or ENFORCED.',
    tier: 'AdvancedSecurityMode {mode} needs UserPoolTier PLUS, not {tier}; change one of them.',
  },
  check(pool, { report }) {
    for (const mode of pool.known('UserPoolAddOns.AdvancedSecurityMode', string)) {
      if (!['OFF', 'AUDIT', 'ENFORCED'].includes(mode.value)) report(mode, 'mode', { mode: mode.value })
      for (const [one, tier] of together([mode], pool.known('UserPoolTier', string)))
        if (/^(AUDIT|ENFORCED)$/.test(one.value) && /^(LITE|ESSENTIALS)$/.test(tier.value))
          report(one, 'tier', { mode: one.value, tier: tier.value })
    }
  },
})
