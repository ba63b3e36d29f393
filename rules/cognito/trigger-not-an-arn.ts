import { arnsAt, defineRule, shorten } from '#rule'
import { isForeign } from './_pools.ts'

const TRIGGERS = [
  'CreateAuthChallenge',
  'CustomMessage',
  'DefineAuthChallenge',
  'PostAuthentication',
  'PostConfirmation',
  'PreAuthentication',
  'PreSignUp',
  'PreTokenGeneration',
  'UserMigration',
  'VerifyAuthChallengeResponse',
  'CustomEmailSender.LambdaArn',
  'CustomSMSSender.LambdaArn',
  'PreTokenGenerationConfig.LambdaArn',
]

export default defineRule({
  id: 'cognito/trigger-not-an-arn',
  title: 'Lambda triggers are function ARNs',
  severity: 'error',
  on: ['AWS::Cognito::UserPool'],
  why: 'Cognito rejects what is no ARN of a function, and the stack fails.',
  fix: 'Use !GetAtt Function.Arn, or the Ref of an alias.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cognito-userpool-lambdaconfig.html',
      fact: 'Each trigger is the ARN of a Lambda function.',
    },
  ],
  notes: ['002:389', '002:391', '002:392', '002:393', '002:394', '002:395'],
  cfnLint: ['E1160'],
  messages: {
    reference: '"{name}" gives the name of the function; use !GetAtt {name}.Arn.',
    other: '"{name}" is no Lambda function; give the ARN of one.',
  },
  check(pool, { report }) {
    for (const { resource, attribute, type, service, text, arn, place } of TRIGGERS.flatMap((path) =>
      arnsAt(pool.template, pool, `LambdaConfig.${path}`),
    )) {
      if (resource && service === undefined) continue
      const isName = type === 'AWS::Lambda::Function' && attribute === undefined
      if (isName && resource) report(place, 'reference', { name: resource.id })
      else if (resource ? service !== 'lambda' : isForeign(text, arn?.service))
        report(place, 'other', { name: resource?.id ?? shorten(text) })
    }
  },
})
