import { behaviorsOf, closest, defineRule, respell, someOf, string } from '#rule'
import { originIds } from './_behaviors.ts'

export default defineRule({
  id: 'cloudfront/unknown-target-origin',
  title: 'A behavior must target an origin or origin group that exists',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  fixes: 'unsafe',
  why: 'CloudFront finds no such origin, and the stack fails.',
  fix: 'Use the ID of an origin or origin group of the distribution.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-cachebehavior.html',
      fact: 'TargetOriginId is the ID of an origin or of an origin group of the same distribution.',
    },
  ],
  notes: ['000:138', '000:140', '001:821', '001:836', '001:837', '002:1111', '002:1117'],
  cfnLint: ['E3057'],
  messages: {
    unknown: 'No origin has the ID "{target}"; the distribution has {ids}.',
    near: 'No origin has the ID "{target}"; did you mean "{near}"?',
  },
  check(distribution, { report }) {
    const ids = originIds(distribution)
    if (!ids?.length) return
    for (const behavior of behaviorsOf(distribution)) {
      for (const target of behavior.known('TargetOriginId', string)) {
        if (ids.includes(target.value)) continue
        const near = closest(target.value, ids)
        if (near) report(target, 'near', { target: target.value, near }, respell(target, ids))
        else
          report(target, 'unknown', {
            target: target.value,
            ids: someOf(
              [...new Set(ids)].map((id) => `"${id}"`),
              'and',
            ),
          })
      }
    }
  },
})
