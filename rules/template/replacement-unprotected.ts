import { defineRule } from '#rule'
import { SNAPSHOT, STATEFUL } from './_stateful.ts'

export default defineRule({
  id: 'template/replacement-unprotected',
  title: 'Retained resource is still deleted when an update replaces it',
  severity: 'warning',
  on: ['*'],
  why: 'DeletionPolicy counts when the resource or the stack is deleted only. An update that replaces the resource deletes the old one with its data.',
  fix: 'Add an UpdateReplacePolicy; most often the same as the DeletionPolicy, with Retain for RetainExceptOnCreate.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatereplacepolicy.html',
      fact: 'UpdateReplacePolicy says what happens to the old resource when an update replaces it; DeletionPolicy has no effect then.',
    },
  ],
  notes: ['000:735', '002:1274', '002:1387', '003:256'],
  cfnLint: ['W3011'],
  messages: { unprotected: 'DeletionPolicy is {value}, but an update that replaces "{id}" deletes its data; add an UpdateReplacePolicy.' },
  check(resource, { report }) {
    const { id, type } = resource
    if (!STATEFUL.has(type) || resource.attribute('UpdateReplacePolicy') || resource.isBodyOpen) return
    // What an update replaces of these leaves a snapshot by default.
    if (type === 'AWS::RDS::DBCluster' || type === 'AWS::RDS::DBInstance') return
    for (const fact of resource.attributeFacts('DeletionPolicy')) {
      const value = fact.state === 'known' && fact.value.kind === 'scalar' ? fact.value.text : ''
      const isKept = value === 'Snapshot' ? SNAPSHOT.has(type) : /^Retain(ExceptOnCreate)?$/.test(value)
      if (fact.state === 'known' && isKept) report(fact, 'unprotected', { id, value })
    }
  },
})
