import { boolean, defineRule } from '#rule'

export default defineRule({
  id: 'cognito/classic-flow',
  title: 'The classic flow should stay off',
  severity: 'info',
  on: ['AWS::Cognito::IdentityPool'],
  why: 'In the classic flow the application chooses the role, and gets credentials without the limits of the enhanced flow.',
  fix: 'Set AllowClassicFlow to false, or leave it out.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html',
      fact: 'AWS recommends the enhanced flow, in which Cognito chooses the role and narrows guests.',
    },
  ],
  notes: ['000:604'],
  messages: { classic: 'The classic flow is allowed; set AllowClassicFlow to false unless an old application needs it.' },
  check(pool, { report }) {
    for (const classic of pool.known('AllowClassicFlow', boolean)) if (classic.value) report(classic, 'classic')
  },
})
