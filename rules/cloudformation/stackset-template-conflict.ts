import { defineRule, exclusive, requiresOneOf } from '#rule'

const one = exclusive('TemplateBody', 'TemplateURL')
const some = requiresOneOf('TemplateBody', 'TemplateURL')

export default defineRule({
  id: 'cloudformation/stackset-template-conflict',
  title: 'Stack set takes exactly one of TemplateBody and TemplateURL',
  severity: 'error',
  on: ['AWS::CloudFormation::StackSet'],
  why: 'CloudFormation refuses to create the stack set.',
  fix: 'Set one of the two.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html',
      fact: 'One of TemplateBody and TemplateURL must be given, not both.',
    },
  ],
  notes: ['001:51', '001:52', '001:53', '001:54', '002:1374', '002:1376', '002:1377', '002:1380', '002:1381', '004:41'],
  check: {
    paths: one.paths,
    messages: { ...one.messages, ...some.messages },
    run(context) {
      one.run(context)
      some.run(context)
    },
  },
})
