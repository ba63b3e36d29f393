import { defineRule, range } from '#rule'

export default defineRule({
  id: 'ec2/acl-rule-number-out-of-range',
  title: 'The number of a network ACL rule must be 1 to 32766',
  severity: 'error',
  on: ['AWS::EC2::NetworkAclEntry'],
  why: 'EC2 rejects the rule.',
  fix: 'Choose a number from 1 to 32766; lower numbers come first.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html',
      fact: 'Rules have numbers from 1 to 32766.',
    },
  ],
  notes: ['001:775', '001:776', '001:777', '002:751', '002:2459'],
  check: range('RuleNumber', { min: 1, max: 32766 }),
})
