import { defineRule, isPlaceholder, string } from '#rule'

export default defineRule({
  id: 'codecommit/trigger-target-not-arn',
  title: 'Trigger target must be an SNS topic or Lambda ARN',
  severity: 'error',
  on: ['AWS::CodeCommit::Repository'],
  why: 'CodeCommit rejects the trigger.',
  fix: 'Give the ARN: Ref of a topic, Fn::GetAtt with Arn of a function.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codecommit/latest/APIReference/API_RepositoryTrigger.html',
      fact: 'destinationArn is the ARN of the target, an SNS topic or a function.',
    },
  ],
  notes: ['002:1178', '002:2338'],
  messages: {
    text: 'DestinationArn is "{arn}"; it must be the ARN of an SNS topic or a Lambda function.',
  },
  check(repository, { report }) {
    for (const trigger of repository.items('Triggers')) {
      for (const arn of trigger.known('DestinationArn', string))
        if (!/^arn:[\w-]+:(sns|lambda):/.test(arn.value) && !isPlaceholder(arn.value)) report(arn, 'text', { arn: arn.value })
    }
  },
})
