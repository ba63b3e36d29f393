import { defineRule, keysAt } from '#rule'

export default defineRule({
  id: 'logs/key-id-instead-of-arn',
  title: 'A log group takes the ARN of its key',
  severity: 'error',
  on: ['AWS::Logs::LogGroup'],
  why: 'CloudWatch Logs rejects the log group: it takes the ARN of a key, no ID and no alias.',
  fix: 'Use Fn::GetAtt with Arn of the key, or its ARN.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html',
      fact: 'KmsKeyId is the ARN of the key.',
    },
  ],
  notes: ['000:472', '001:1048', '001:1049', '001:1050', '001:1051', '001:1052', '002:675', '002:684', '002:711', '002:712', '002:713'],
  cfnLint: ['E1157'],
  messages: {
    ref: 'KmsKeyId takes the ARN of a key, but this is {what} of {id}; use Fn::GetAtt with Arn of {key}.',
  },
  check(group, { report }) {
    for (const { key, attribute, alias, node, when } of keysAt(group, 'KmsKeyId')) {
      if (alias) report({ node, when }, 'ref', { what: 'the name', id: alias.id, key: key.id })
      else if (attribute !== 'Arn') report({ node, when }, 'ref', { what: 'the ID', id: key.id, key: key.id })
    }
  },
})
