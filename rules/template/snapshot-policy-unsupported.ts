import { defineRule } from '#rule'
import { SNAPSHOT } from './_stateful.ts'

export default defineRule({
  id: 'template/snapshot-policy-unsupported',
  title: 'Snapshot policy is only possible for a few resource types',
  severity: 'error',
  on: ['*'],
  why: 'CloudFormation rejects the template: it cannot take a snapshot of other resources.',
  fix: 'Use Retain to keep the resource.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html',
      fact: 'Snapshot is supported by EC2 volumes, ElastiCache cache clusters and replication groups, DocumentDB, Neptune and RDS clusters, RDS instances and Redshift clusters.',
    },
  ],
  notes: ['000:735', '002:1274', '002:1387', '003:256'],
  cfnLint: ['E3035', 'E3036'],
  messages: { unsupported: '{name} Snapshot is not possible for {type}; use Retain to keep it.' },
  check(resource, { report }) {
    const { type, template } = resource
    if (SNAPSHOT.has(type) || !type.includes('::') || type.endsWith('::MODULE') || template.isRewritten) return
    for (const name of ['DeletionPolicy', 'UpdateReplacePolicy']) {
      for (const fact of resource.attributeFacts(name)) {
        if (fact.state === 'known' && fact.value.kind === 'scalar' && fact.value.text === 'Snapshot')
          report(fact, 'unsupported', { name, type })
      }
    }
  },
})
