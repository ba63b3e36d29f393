import { closest, defineRule, jsonIn, number } from '#rule'

const KEYS = ['deadLetterTargetArn', 'maxReceiveCount']

export default defineRule({
  id: 'sqs/malformed-redrive-policy',
  title: 'A redrive policy needs a target and maxReceiveCount 1 to 1000',
  severity: 'error',
  on: ['AWS::SQS::Queue'],
  why: 'SQS refuses the redrive policy when the queue is made.',
  fix: 'Write deadLetterTargetArn and maxReceiveCount, in exactly this case.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html',
      fact: 'A redrive policy names the dead-letter queue and how often a message is received before it is moved.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue.html',
      fact: 'The number of receives is 1 to 1000.',
    },
  ],
  notes: ['001:170', '002:1000', '002:1005', '002:1013', '003:292'],
  cfnLint: ['E3501'],
  messages: {
    key: 'RedrivePolicy has no "{key}"; {fix}.',
    missing: 'RedrivePolicy needs {name}, which is not set.',
    count: 'RedrivePolicy has maxReceiveCount {count}; it must be a whole number from 1 to 1000.',
  },
  check(queue, { report }) {
    for (const policy of jsonIn(queue.template, queue, 'RedrivePolicy')) {
      if (policy.isOpen) continue
      for (const { key } of policy.entries) {
        if (KEYS.includes(key.text)) continue
        const near = closest(key.text, KEYS)
        report({ node: key, when: policy.when }, 'key', {
          key: key.text,
          fix: near ? `write ${near}` : `it has ${KEYS.join(' and ')} only`,
        })
      }
      const isMisspelt = policy.entries.some(({ key }) => !KEYS.includes(key.text))
      for (const name of isMisspelt ? [] : KEYS) for (const absent of policy.absent(name)) report(absent, 'missing', { name })
      for (const fact of policy.known('maxReceiveCount', number)) {
        if (!Number.isInteger(fact.value) || fact.value < 1 || fact.value > 1000) report(fact, 'count', { count: fact.value })
      }
    }
  },
})
