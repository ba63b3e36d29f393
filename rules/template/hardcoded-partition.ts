import { defineRule, pathOf, walk } from '#rule'

export default defineRule({
  id: 'template/hardcoded-partition',
  title: 'Template mixes arn:aws: with other partitions',
  severity: 'info',
  on: ['template'],
  why: 'Part of the template is made for every partition; this ARN does not exist in China, GovCloud or the European sovereign cloud.',
  fix: 'Write arn:${AWS::Partition}: with Fn::Sub.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html',
      fact: 'AWS::Partition is the partition that the resource is in: aws, aws-cn, aws-us-gov and others.',
    },
  ],
  notes: ['001:280', '001:584', '001:585'],
  cfnLint: ['I3042'],
  messages: { hardcoded: 'This ARN is of partition "aws" only, but the template is made for others too; use AWS::Partition instead.' },
  check(template, { report }) {
    const scalars = [...walk(template.source.root ?? template.root)].filter((node) => node.kind === 'scalar')
    const isForOthers = scalars.some(({ text }) => /AWS::Partition\b|arn:aws-[a-z]/.test(text))
    for (const scalar of isForOthers ? scalars : []) {
      const path = pathOf(scalar)
      const at = scalar.text.indexOf('arn:aws:')
      if (at < 0 || !/^(Resources|Outputs|Globals)\//.test(path) || /\/(Metadata|Description|Principal|AssertDescription)(\/|$)/.test(path))
        continue
      report({ node: scalar, span: template.partOf(scalar, at, at + 'arn:aws:'.length) }, 'hardcoded')
    }
  },
})
