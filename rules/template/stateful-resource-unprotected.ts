import { defineRule } from '#rule'
import { STATEFUL } from './_stateful.ts'

export default defineRule({
  id: 'template/stateful-resource-unprotected',
  title: 'Resource that holds data has no DeletionPolicy',
  severity: 'info',
  on: ['*'],
  why: 'Who deletes the stack, or removes the resource from the template, deletes its data.',
  fix: 'Say what shall happen: DeletionPolicy Retain or RetainExceptOnCreate keeps the data, Delete says that it may go.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html',
      fact: 'Without DeletionPolicy a resource is deleted; RDS clusters, and instances outside of a cluster, leave a snapshot by default.',
    },
  ],
  notes: ['000:735', '002:1274', '002:1387', '003:256'],
  cfnLint: ['I3011'],
  messages: { unprotected: '"{id}" holds data and has no DeletionPolicy; it is deleted with the stack.' },
  check(resource, { report }) {
    const { id, type, key } = resource
    if (!STATEFUL.has(type) || resource.attribute('DeletionPolicy') || resource.isBodyOpen) return
    if (type === 'AWS::RDS::DBCluster') return
    if (type === 'AWS::RDS::DBInstance' && !resource.facts('DBClusterIdentifier').every(({ state }) => state !== 'absent')) return
    report(key, 'unprotected', { id })
  },
})
