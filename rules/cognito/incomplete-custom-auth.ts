import { all, defineRule, requires, within } from '#rule'

const SAYS = '{path} belongs to a sign-in of your own, which needs {needed} as well; set it.'

export default defineRule({
  id: 'cognito/incomplete-custom-auth',
  title: 'The three challenge triggers belong together',
  severity: 'warning',
  on: ['AWS::Cognito::UserPool'],
  why: 'A sign-in of your own needs all three functions; with some of them it fails.',
  fix: 'Set DefineAuthChallenge, CreateAuthChallenge and VerifyAuthChallengeResponse.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html',
      fact: 'The three triggers together make a challenge of your own.',
    },
  ],
  notes: ['002:389', '002:391', '002:392', '002:393', '002:394', '002:395'],
  check: within(
    'LambdaConfig',
    all(
      { ...requires('DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse'), messages: { requires: SAYS } },
      { ...requires('CreateAuthChallenge', 'DefineAuthChallenge'), messages: { requires: SAYS } },
      { ...requires('VerifyAuthChallengeResponse', 'DefineAuthChallenge'), messages: { requires: SAYS } },
    ),
  ),
})
