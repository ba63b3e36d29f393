import { count, defineRule } from '#rule'

export default defineRule({
  id: 'cloudformation/too-many-notification-arns',
  title: 'A nested stack takes at most 5 notification ARNs',
  severity: 'error',
  on: ['AWS::CloudFormation::Stack'],
  why: 'CloudFormation refuses to create the nested stack.',
  fix: 'Keep five topics at most; one topic can have many subscribers.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html',
      fact: 'NotificationARNs has at most 5 items.',
    },
  ],
  notes: ['002:1367', '002:1369', '002:1370', '002:1371', '002:1372'],
  check: count('NotificationARNs', { max: 5, noun: 'topics' }),
})
