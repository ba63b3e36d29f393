import { defineRule, string, together } from '#rule'

import { clustersOf } from './_clusters.ts'

export default defineRule({
  id: 'rds/engine-differs-from-cluster',
  title: 'An instance has the engine of its cluster',
  severity: 'error',
  on: ['AWS::RDS::DBInstance'],
  why: 'RDS rejects the instance: the engine must match that of the cluster.',
  fix: 'Use the same Engine in both.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      fact: 'An instance of a cluster runs the engine of the cluster.',
    },
  ],
  cfnLint: ['E3707'],
  messages: {
    differs: 'Engine is "{engine}", but the cluster {id} runs "{other}"; use the same engine.',
  },
  check(instance, { report }) {
    for (const { id, cluster } of clustersOf(instance)) {
      for (const [own, other] of together(instance.known('Engine', string), cluster.known('Engine', string))) {
        if (own.via && other.via) continue
        if (own.value.toLowerCase() !== other.value.toLowerCase()) report(own, 'differs', { engine: own.value, id, other: other.value })
      }
    }
  },
})
