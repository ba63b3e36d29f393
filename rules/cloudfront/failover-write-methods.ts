import { behaviorsOf, defineRule, jointly, originGroupsOf, string, together } from '#rule'

const WRITING = ['POST', 'PUT', 'PATCH', 'DELETE']

export default defineRule({
  id: 'cloudfront/failover-write-methods',
  title: 'A behavior on an origin group must not allow write methods',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution: it fails over for reading requests only.',
  fix: 'Allow GET, HEAD and OPTIONS only, or target an origin instead of a group.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
      fact: 'CloudFront fails over only when the request is GET, HEAD or OPTIONS.',
    },
  ],
  notes: ['000:146', '001:855', '001:856', '001:857'],
  messages: { write: 'The behavior targets the origin group "{group}", so it cannot allow {method}; remove the writing methods.' },
  check(distribution, { report }) {
    const groups = originGroupsOf(distribution).flatMap((group) => group.known('Id', string))
    for (const behavior of behaviorsOf(distribution)) {
      const methods = behavior.known('AllowedMethods.*', string).filter(({ value }) => WRITING.includes(value))
      for (const target of behavior.known('TargetOriginId', string)) {
        const group = groups.find(({ value, when }) => value === target.value && jointly(when, target.when))
        const [pair] = group ? together(methods, [target]) : []
        if (pair) report(pair[0], 'write', { group: target.value, method: pair[0].value })
      }
    }
  },
})
