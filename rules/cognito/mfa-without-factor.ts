import { defineRule, jointly, string } from '#rule'

export default defineRule({
  id: 'cognito/mfa-without-factor',
  title: 'MFA needs at least one factor',
  severity: 'error',
  on: ['AWS::Cognito::UserPool'],
  why: 'Cognito rejects the user pool.',
  fix: 'List factors in EnabledMfas: SOFTWARE_TOKEN_MFA, SMS_MFA or EMAIL_OTP.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html',
      fact: 'With MFA on or optional, EnabledMfas says by which factors.',
    },
  ],
  notes: ['002:370', '003:225'],
  messages: { without: 'MFA is {mode}, but EnabledMfas has no factor; add SOFTWARE_TOKEN_MFA.' },
  check(pool, { report }) {
    for (const mode of pool.known('MfaConfiguration', string).filter(({ value }) => value === 'ON' || value === 'OPTIONAL')) {
      for (const factors of pool.lacking('EnabledMfas')) {
        for (const sms of pool.absent('SmsConfiguration')) {
          const when = jointly(mode.when, factors, sms.when)
          if (when) report({ node: mode.node, when }, 'without', { mode: mode.value })
        }
      }
    }
  },
})
