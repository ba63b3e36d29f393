import { atKey, behaviorsOf, defineRule, listOf } from '#rule'
import { filled, textsIn } from './_behaviors.ts'

const READ = ['GET', 'HEAD']
const SETS = {
  AllowedMethods: [READ, [...READ, 'OPTIONS'], [...READ, 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE']],
  CachedMethods: [READ, [...READ, 'OPTIONS']],
}
const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  new Set(one).size === other.length && one.every((method) => other.includes(method))

export default defineRule({
  id: 'cloudfront/invalid-method-set',
  title: 'Allowed and cached methods must be one of the documented sets',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Allow GET and HEAD, both with OPTIONS, or all seven methods; cache GET and HEAD, or both with OPTIONS.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-cachebehavior.html',
      fact: 'Three sets of methods can be allowed and two of them cached.',
    },
  ],
  notes: ['001:829', '001:830', '001:831', '001:832'],
  messages: { set: '{name} is {methods}; it must be {sets}.' },
  check(distribution, { report }) {
    for (const behavior of behaviorsOf(distribution)) {
      for (const [name, sets] of Object.entries(SETS)) {
        const methods = textsIn(behavior, name)
        const [holder] = filled(behavior, name)
        if (!methods || !holder || methods.some(({ when }) => when !== holder.when)) continue
        const values = methods.map(({ value }) => value)
        if (sets.some((set) => isSame(values, set))) continue
        report(atKey(holder), 'set', {
          name,
          methods: listOf(values, 'and'),
          sets: listOf(sets.map((set) => (set.length > 3 ? 'all seven' : set.join(' ')))),
        })
      }
    }
  },
})
