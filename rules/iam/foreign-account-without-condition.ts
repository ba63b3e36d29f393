import { defineRule } from '#rule'
import { conditionKeys, granting } from './_statements.ts'

const NARROWING = [
  'sts:externalid',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalarn',
  'aws:principaltype',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:multifactorauthpresent',
  'aws:multifactorauthage',
]

export default defineRule({
  id: 'iam/foreign-account-without-condition',
  title: 'Trust in another account should be narrowed by a condition',
  severity: 'info',
  on: ['policy'],
  why: 'Everybody in that account whom its administrators allow to may take the role, also on behalf of others (the confused deputy).',
  fix: 'Ask for an external ID (sts:ExternalId), for an organization (aws:PrincipalOrgID), or name the role that is to come in.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
      fact: 'A third party should be asked for an external ID, so that it cannot be made to act for somebody else.',
    },
  ],
  notes: ['001:579', '001:961', '001:962', '002:630', '002:632', '003:213'],
  messages: {
    open: 'The whole account {account} may take the role; ask for sts:ExternalId or name one of its roles.',
  },
  check(policy, { report }) {
    if (policy.kind !== 'trust') return
    for (const statement of policy.statements) {
      const keys = conditionKeys(statement)
      if (!statement.isAllow || !keys || keys.some((key) => NARROWING.includes(key))) continue
      if (granting(statement, 'sts:AssumeRole').length === 0) continue
      for (const { type, text, place } of statement.principals()) {
        const account = type === 'AWS' ? /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/.exec(text)?.[1] : undefined
        if (account) report(place, 'open', { account })
      }
    }
  },
})
