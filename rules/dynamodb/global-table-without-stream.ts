import { both, canHold, defineRule, type Fact, string } from '#rule'

export default defineRule({
  id: 'dynamodb/global-table-without-stream',
  title: 'A global table with several replicas needs a stream',
  severity: 'error',
  on: ['AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB copies changes between the Regions through the stream; the stack fails without it.',
  fix: 'Set StreamViewType to NEW_AND_OLD_IMAGES in StreamSpecification.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-globaltable-streamspecification.html',
      fact: 'A table of eventual consistency with more than one replica has a stream; one of strong consistency needs none.',
    },
  ],
  notes: ['001:539', '002:897', '002:925', '004:283'],
  messages: { without: 'A table in {count} Regions needs a stream; add StreamSpecification with NEW_AND_OLD_IMAGES.' },
  check(table, { report }) {
    const isEventual = (fact: Fact): boolean =>
      fact.state === 'absent' || (fact.state === 'known' && string.read(fact.value) === 'EVENTUAL')
    for (const { node, most } of table.counts('Replicas')) {
      if (most.count < 2) continue
      for (const consistency of table.facts('MultiRegionConsistency').filter(isEventual)) {
        for (const absent of table.absent('StreamSpecification')) {
          const when = both(most.when, both(consistency.when, absent.when))
          if (canHold(when)) report({ node, span: node.key?.span ?? node.span, when }, 'without', { count: most.count })
        }
      }
    }
  },
})
