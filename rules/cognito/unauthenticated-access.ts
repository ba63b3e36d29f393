import { boolean, defineRule } from '#rule'

export default defineRule({
  id: 'cognito/unauthenticated-access',
  title: 'Guests get AWS credentials',
  severity: 'info',
  on: ['AWS::Cognito::IdentityPool'],
  why: 'Everybody gets credentials of AWS without signing in, with whatever the role for guests allows.',
  fix: 'Set AllowUnauthenticatedIdentities to false, or keep the role for guests as narrow as can be.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
      fact: 'With access for guests anybody gets credentials, limited by their role.',
    },
  ],
  notes: ['000:604', '002:385'],
  messages: { guests: 'Everybody gets AWS credentials without signing in; set this to false unless guests are wanted.' },
  check(pool, { report }) {
    for (const guests of pool.known('AllowUnauthenticatedIdentities', boolean)) if (guests.value) report(guests, 'guests')
  },
})
