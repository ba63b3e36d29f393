import { defineRule } from '#rule'
import { groupless } from './_groups.ts'

export default defineRule({
  id: 'sqs/message-group-missing',
  title: 'A FIFO queue as the target of a rule needs a MessageGroupId',
  severity: 'error',
  on: ['AWS::Events::Rule'],
  why: 'EventBridge refuses the target: "Parameter(s) SqsParameters must be specified for target".',
  fix: 'Give SqsParameters with a MessageGroupId.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html',
      fact: 'SqsParameters has the message group to use when the target is a FIFO queue.',
    },
    {
      url: 'https://github.com/hashicorp/terraform/issues/20263',
      fact: 'A FIFO queue as target without a group fails: SqsParameters must be specified for target.',
    },
  ],
  notes: ['001:190', '002:1906', '002:1907', '003:287'],
  messages: {
    missing: '"{queue}" is a FIFO queue; set SqsParameters.MessageGroupId.',
  },
  check(rule, { report }) {
    for (const { queue, ...place } of groupless(rule, 'Targets.*.Arn', 'SqsParameters.MessageGroupId')) report(place, 'missing', { queue })
  },
})
