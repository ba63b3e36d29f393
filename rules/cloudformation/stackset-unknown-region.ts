import { defineRule, isRegionCode, string } from '#rule'

export default defineRule({
  id: 'cloudformation/stackset-unknown-region',
  title: 'Stack set targets a Region that does not exist',
  severity: 'error',
  on: ['AWS::CloudFormation::StackSet'],
  why: 'The operation fails in the Region that does not exist.',
  fix: 'Write Region codes such as eu-west-1.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html',
      fact: 'Regions of an instance group are the codes of Regions.',
    },
  ],
  notes: ['001:51', '001:54', '004:41'],
  messages: { region: '"{text}" is no Region; write a code such as eu-west-1.' },
  check(set, { report }) {
    for (const fact of set.known('StackInstancesGroup.*.Regions.*', string))
      if (!isRegionCode(fact.value)) report(fact, 'region', { text: fact.value })
  },
})
