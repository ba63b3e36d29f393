import { both, canHold, defineRule, type Known, tagSets } from '#rule'

export default defineRule({
  id: 'template/duplicate-tag-key',
  title: 'A resource carries the same tag key twice',
  severity: 'error',
  on: ['*'],
  why: 'Services reject a request that gives one tag key two values; neither of them wins.',
  fix: 'Keep one of the tags; where conditions choose the value, put Fn::If into the value of one tag.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html',
      fact: 'Each tag key of a resource is unique and has one value.',
    },
  ],
  notes: ['001:171', '001:172'],
  cfnLint: ['E3024'],
  messages: { duplicate: 'The tag key "{key}" is given twice; keep one of the tags.' },
  check(resource, { report }) {
    // The keys of a map are checked as such, and IAM does not tell apart what differs in case only.
    const fold = resource.type.startsWith('AWS::IAM::') ? (key: string) => key.toLowerCase() : (key: string) => key
    for (const { node, keys } of tagSets(resource)) {
      if (node.kind !== 'sequence') continue
      const seen = new Map<string, Known<string>[]>()
      for (const key of keys) {
        const before = seen.get(fold(key.value)) ?? []
        const other = before.find((one) => canHold(both(one.when, key.when)))
        if (other) {
          const related = [{ node: other.node, message: 'the other tag' }]
          report({ node: key.node, when: both(other.when, key.when), related }, 'duplicate', { key: key.value })
        }
        seen.set(fold(key.value), [...before, key])
      }
    }
  },
})
