import { both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'dynamodb/stream-not-enabled',
  title: 'A table whose stream is read must have a stream',
  severity: 'error',
  on: ['AWS::DynamoDB::Table', 'AWS::Serverless::SimpleTable'],
  why: 'The table has no such attribute without a stream, and the stack fails.',
  fix: 'Add StreamSpecification with a StreamViewType to the table.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
      fact: 'StreamArn can be read only of a table with a StreamSpecification.',
    },
  ],
  notes: ['001:509', '001:510', '001:511', '002:963', '002:1042', '002:1579', '003:179', '004:279'],
  messages: {
    off: '"{table}" has no stream, so it has no StreamArn; add StreamSpecification to it.',
    simple: '"{table}" can have no stream; make it an AWS::DynamoDB::Table with StreamSpecification.',
  },
  check(table, { report }) {
    const uses = table.template.references.of(table.id).filter(({ attribute, opaque }) => attribute === 'StreamArn' && !opaque)
    const isSimple = table.type === 'AWS::Serverless::SimpleTable'
    const off = isSimple ? [{ when: table.when }] : table.absent('StreamSpecification')
    for (const { node, span, when } of uses) {
      for (const absent of off) {
        const joint = both(when, absent.when)
        if (canHold(joint)) report({ node, span, when: joint }, isSimple ? 'simple' : 'off', { table: table.id })
      }
    }
  },
})
