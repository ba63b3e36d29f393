import { defineRule, jointly, string, type When } from '#rule'

export default defineRule({
  id: 'cognito/unconfigured-mfa-factor',
  title: 'An MFA factor needs its channel',
  severity: 'error',
  on: ['AWS::Cognito::UserPool'],
  why: 'Cognito rejects a factor that it has no way to send.',
  fix: 'Set SmsConfiguration for SMS_MFA; for EMAIL_OTP send e-mail with your own SES identity and use the plan Essentials or Plus.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
      fact: 'Text messages need a role for SNS; codes by e-mail need a sender of your own in SES and a plan above Lite.',
    },
  ],
  notes: ['002:370', '003:225'],
  messages: {
    sms: 'SMS_MFA needs SmsConfiguration with the role that sends the messages; set it.',
    email: 'EMAIL_OTP needs EmailConfiguration with EmailSendingAccount DEVELOPER; set it.',
    plan: 'EMAIL_OTP is not in the plan LITE; use ESSENTIALS or PLUS.',
  },
  check(pool, { report }) {
    for (const factor of pool.known('EnabledMfas.*', string)) {
      const tell = (whens: readonly When[], message: 'sms' | 'email' | 'plan'): void => {
        for (const one of whens) {
          const when = jointly(factor.when, one)
          if (when) report({ node: factor.node, when }, message)
        }
      }
      if (factor.value === 'SMS_MFA')
        tell(
          pool.absent('SmsConfiguration.SnsCallerArn').map(({ when }) => when),
          'sms',
        )
      if (factor.value !== 'EMAIL_OTP') continue
      const byCognito = pool.known('EmailConfiguration.EmailSendingAccount', string).filter(({ value }) => value === 'COGNITO_DEFAULT')
      tell(
        [...pool.absent('EmailConfiguration.EmailSendingAccount'), ...byCognito].map(({ when }) => when),
        'email',
      )
      tell(
        pool.known('UserPoolTier', string).flatMap(({ value, when }) => (value === 'LITE' ? [when] : [])),
        'plan',
      )
    }
  },
})
