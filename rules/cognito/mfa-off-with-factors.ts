import { anything, atKey, defineRule, jointly } from '#rule'
import { casesOf } from './_pools.ts'

export default defineRule({
  id: 'cognito/mfa-off-with-factors',
  title: 'Factors have no effect while MFA is off',
  severity: 'warning',
  on: ['AWS::Cognito::UserPool'],
  why: 'Nobody is ever asked for these factors.',
  fix: 'Set MfaConfiguration to OPTIONAL or ON, or remove EnabledMfas.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html',
      fact: 'MFA is off unless MfaConfiguration says otherwise.',
    },
  ],
  notes: ['002:370'],
  messages: { off: 'MFA is off, so these factors are never asked for; set MfaConfiguration to OPTIONAL.' },
  check(pool, { report }) {
    for (const factors of pool.known('EnabledMfas', anything)) {
      if (factors.value.kind !== 'sequence' || factors.value.items.length === 0) continue
      for (const off of casesOf(pool, 'MfaConfiguration', 'OFF')) {
        const when = jointly(factors.when, off)
        if (when) report(atKey(factors, when), 'off')
      }
    }
  },
})
