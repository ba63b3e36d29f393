import { atKey, boolean, defineRule, jointly, leadsOf, nodesAt, present } from '#rule'

export default defineRule({
  id: 'cognito/unauthenticated-role-mismatch',
  title: 'Guest access and the guest role go together',
  severity: 'warning',
  on: ['AWS::Cognito::IdentityPoolRoleAttachment'],
  why: 'Guests without a role get no credentials, and a role for guests is of no use where there are none.',
  fix: 'Let AllowUnauthenticatedIdentities and the role unauthenticated go together.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
      fact: 'Guests get the credentials of the role unauthenticated.',
    },
  ],
  notes: ['000:604', '002:385'],
  messages: {
    missing: 'The identity pool {pool} takes guests, but they have no role; add unauthenticated.',
    idle: 'The identity pool {pool} takes no guests, so this role is not used; remove it.',
  },
  check(attachment, { report }) {
    const { template } = attachment
    const [named] = nodesAt(attachment, 'IdentityPoolId')
    for (const { resource: pool, when } of named ? leadsOf(template, named.node, named.when) : []) {
      if (pool.type !== 'AWS::Cognito::IdentityPool') continue
      for (const guests of pool.known('AllowUnauthenticatedIdentities', boolean)) {
        for (const roles of attachment.items('Roles')) {
          const path = 'unauthenticated'
          const wrong = guests.value
            ? roles.absent(path).map((one) => ({ ...atKey(one), node: roles.node }))
            : present(roles, path).map((one) => atKey(one))
          for (const place of wrong) {
            const joint = jointly(when, guests.when, place.when ?? when)
            if (joint) report({ ...place, when: joint }, guests.value ? 'missing' : 'idle', { pool: pool.id })
          }
        }
      }
    }
  },
})
