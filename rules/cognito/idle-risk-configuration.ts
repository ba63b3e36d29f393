import { defineRule, jointly } from '#rule'
import { casesOf, poolsOf } from './_pools.ts'

export default defineRule({
  id: 'cognito/idle-risk-configuration',
  title: 'A risk configuration needs threat protection',
  severity: 'warning',
  on: ['AWS::Cognito::UserPoolRiskConfigurationAttachment'],
  why: 'Without threat protection nothing is assessed, so that nothing here is used.',
  fix: 'Set AdvancedSecurityMode of the user pool to AUDIT or ENFORCED.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
      fact: 'Threat protection is switched on in the user pool; the configuration says how it reacts.',
    },
  ],
  notes: ['000:592', '000:594'],
  messages: { idle: 'Threat protection is off in {pool}, so this is not used; set its AdvancedSecurityMode to AUDIT or ENFORCED.' },
  check(attachment, { report }) {
    for (const { resource: pool, node, when } of poolsOf(attachment)) {
      for (const off of casesOf(pool, 'UserPoolAddOns.AdvancedSecurityMode', 'OFF')) {
        const joint = jointly(when, off)
        if (joint) report({ node, when: joint }, 'idle', { pool: pool.id })
      }
    }
  },
})
