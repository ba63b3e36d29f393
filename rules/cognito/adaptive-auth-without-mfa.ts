import { defineRule, jointly, string } from '#rule'
import { casesOf, poolsOf } from './_pools.ts'

const LEVELS = ['HighAction', 'MediumAction', 'LowAction'].map((level) => `AccountTakeoverRiskConfiguration.Actions.${level}.EventAction`)

export default defineRule({
  id: 'cognito/adaptive-auth-without-mfa',
  title: 'Risk actions that ask for MFA need MFA on the pool',
  severity: 'warning',
  on: ['AWS::Cognito::UserPoolRiskConfigurationAttachment'],
  why: 'Nobody has a second factor to be asked for: with MFA_REQUIRED users are locked out, with MFA_IF_CONFIGURED nothing happens.',
  fix: 'Set MfaConfiguration of the user pool to OPTIONAL with a factor.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html',
      fact: 'Reactions that ask for MFA need a user pool with MFA, best optional.',
    },
  ],
  notes: ['000:592'],
  messages: { off: 'The reaction {action} needs MFA, which is off in {pool}; set its MfaConfiguration to OPTIONAL.' },
  check(attachment, { report }) {
    for (const { resource: pool, when } of poolsOf(attachment)) {
      for (const action of LEVELS.flatMap((path) => attachment.known(path, string)).filter(({ value }) => value.startsWith('MFA_'))) {
        for (const off of casesOf(pool, 'MfaConfiguration', 'OFF')) {
          const joint = jointly(when, action.when, off)
          if (joint) report({ node: action.node, when: joint }, 'off', { action: action.value, pool: pool.id })
        }
      }
    }
  },
})
