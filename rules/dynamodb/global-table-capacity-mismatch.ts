import { all, defineRule, forbid, need, where } from '#rule'

export default defineRule({
  id: 'dynamodb/global-table-capacity-mismatch',
  title: 'Write settings of a global table must fit its billing mode',
  severity: 'error',
  on: ['AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB rejects the table.',
  fix: 'Give the write settings of a provisioned table; remove them from a table that is paid by request.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html',
      fact: 'A provisioned global table scales its writes by WriteProvisionedThroughputSettings.',
    },
  ],
  notes: ['001:539', '002:897', '002:925'],
  check: all(
    where(
      'BillingMode',
      ['PAY_PER_REQUEST'],
      forbid('A table that is paid by request has no {name}; remove it.', 'WriteProvisionedThroughputSettings'),
    ),
    where(
      'BillingMode',
      ['PROVISIONED'],
      need('A provisioned global table needs {name}, which is not set.', 'WriteProvisionedThroughputSettings'),
      { orAbsent: true },
    ),
  ),
})
