import { defineRule, exclusive } from '#rule'

export default defineRule({
  id: 'secretsmanager/ambiguous-rotation-function',
  title: 'A rotation has one function, own or hosted',
  severity: 'error',
  on: ['AWS::SecretsManager::RotationSchedule'],
  why: 'The deployment fails: a rotation has a function of yours or one that is made for you.',
  fix: 'Keep RotationLambdaARN or HostedRotationLambda.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-rotationschedule.html',
      fact: 'RotationLambdaARN is for a function of yours, HostedRotationLambda makes a new one; a schedule has one of them.',
    },
  ],
  notes: ['000:287', '002:2018', '002:2021', '002:2027', '004:428'],
  cfnLint: ['E3020'],
  check: exclusive('RotationLambdaARN', 'HostedRotationLambda'),
})
