import { defineRule, present, string } from '#rule'

export default defineRule({
  id: 'cognito/mfa-off',
  title: 'A user pool should offer MFA',
  severity: 'info',
  on: ['AWS::Cognito::UserPool'],
  why: 'Whoever has a password is in.',
  fix: 'Set MfaConfiguration to OPTIONAL or ON, with a factor in EnabledMfas.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-security.html',
      fact: 'AWS recommends a second factor for users of a user pool.',
    },
  ],
  notes: ['003:225'],
  messages: { off: 'The user pool offers no MFA; set MfaConfiguration to OPTIONAL with a factor.' },
  check(pool, { report }) {
    if (present(pool, 'EnabledMfas').length > 0) return
    for (const off of pool.known('MfaConfiguration', string)) if (off.value === 'OFF') report(off, 'off')
    for (const { when } of pool.absent('MfaConfiguration')) report({ node: pool.key, when }, 'off')
  },
})
