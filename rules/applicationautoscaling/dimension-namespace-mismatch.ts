import { defineRule, string, together } from '#rule'
import { TARGET_PAGE } from './_page.ts'

const CONCURRENCY = 'lambda:function:ProvisionedConcurrency'

export default defineRule({
  id: 'applicationautoscaling/dimension-namespace-mismatch',
  title: 'ScalableDimension must belong to ServiceNamespace',
  severity: 'error',
  on: ['AWS::ApplicationAutoScaling::ScalableTarget'],
  why: 'Application Auto Scaling rejects the scalable target.',
  fix: 'Write a dimension of the service; of Lambda only provisioned concurrency can be scaled.',
  sources: [
    {
      url: TARGET_PAGE,
      fact: 'A dimension is namespace, kind of resource and property; Lambda has lambda:function:ProvisionedConcurrency alone.',
    },
  ],
  notes: ['000:527', '001:716', '001:717', '001:721', '001:724', '001:727', '001:730', '003:384'],
  messages: {
    other: 'ScalableDimension is "{dimension}", which is none of the service {namespace}; it must begin with {namespace}:.',
    lambda: `ScalableDimension is "{dimension}"; of Lambda it must be ${CONCURRENCY}.`,
  },
  check(target, { report }) {
    for (const [own, namespace] of together(target.known('ScalableDimension', string), target.known('ServiceNamespace', string))) {
      const dimension = own.value
      const place = { node: own.node, when: own.when }
      if (!dimension.startsWith(`${namespace.value}:`)) report(place, 'other', { dimension, namespace: namespace.value })
      else if (namespace.value === 'lambda' && dimension !== CONCURRENCY) report(place, 'lambda', { dimension })
    }
  },
})
