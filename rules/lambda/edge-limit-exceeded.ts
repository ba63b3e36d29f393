import { both, canHold, defineRule, functionsIn, number, string } from '#rule'
import { associationsOf } from './_edge.ts'

const VIEWER = [
  ['Timeout', 5, 'seconds'],
  ['MemorySize', 128, 'MB'],
] as const
const ORIGIN = [['Timeout', 30, 'seconds']] as const

export default defineRule({
  id: 'lambda/edge-limit-exceeded',
  title: 'Lambda@Edge functions have tighter time and memory limits',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the association, after the function has been made.',
  fix: 'Give a function at viewer events 128 MB and up to 5 seconds, one at origin events up to 30 seconds.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
      fact: 'At viewer events a function has 128 MB and 5 seconds, at origin events 30 seconds.',
    },
  ],
  notes: ['001:861', '001:863', '002:233', '002:235', '002:237'],
  messages: {
    limit: '{name} is {value} {unit}; for a function that CloudFront runs at {event} it must be at most {max}.',
  },
  check(distribution, { report }) {
    for (const association of associationsOf(distribution)) {
      for (const use of functionsIn(distribution.template, association, 'LambdaFunctionARN')) {
        for (const event of association.known('EventType', string)) {
          const isViewer = event.value.startsWith('viewer-')
          for (const [name, max, unit] of isViewer ? VIEWER : ORIGIN) {
            for (const fact of use.function.known(name, number)) {
              const when = both(both(use.when, event.when), fact.when)
              const related = [{ node: event.node, message: 'the event' }]
              if (fact.value > max && canHold(when))
                report({ node: fact.node, when, related }, 'limit', { name, value: fact.value, unit, event: event.value, max })
            }
          }
        }
      }
    }
  },
})
