import { childOf, defineRule, isNothing, isPlaceholder, isUnevaluated, kindName } from '#rule'
import { AGENT_RANGE, PERMISSIONS } from './_pages.ts'

export default defineRule({
  id: 'appspec/invalid-context-range',
  title: 'SELinux range must be a text such as s0 or s0-s1:c0.c5',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent refuses the whole AppSpec, and fails with a Ruby error on anything but text.',
  fix: 'Write sensitivities, then categories from c0 to c1023: s0, s0-s1, s0:c1,c3.c5.',
  sources: [
    { url: PERMISSIONS, fact: 'range is the range specifier of a security label.' },
    {
      url: AGENT_RANGE,
      fact: 'A range is s#, optionally -s# with a higher number, then optionally a colon and categories c# or c#.c# without repetition.',
    },
  ],
  messages: {
    notText: '"range" is {kind}; write it as text such as s0 or s0:c1.c5.',
    malformed:
      '"range" is "{value}" (the agent: "invalid range part", "invalid sensitivity" or "invalid category"); write it as s0, s0-s1 or s0:c1.c5.',
    order:
      '"range" is "{value}", whose end is lower than its beginning (CodeDeploy: "a problem with the SELinux range specified"); swap them.',
    category: '"range" is "{value}"; categories go up to c1023 ("invalid category").',
    twice: '"range" is "{value}", which names a category twice ("duplicate categories"); remove one.',
  },
  check(appspec, { report }) {
    for (const item of appspec.permissions) {
      const range = childOf(childOf(item, 'context'), 'range')
      if (!range || isNothing(range) || isUnevaluated(range)) continue
      if (range.kind !== 'scalar') report(range, 'notText', { kind: kindName(range) })
      else if (!isPlaceholder(range.text)) {
        const problem = problemOf(range.text)
        if (problem) report(range, problem, { value: range.text })
      }
    }
  },
})

function problemOf(range: string): 'malformed' | 'order' | 'category' | 'twice' | undefined {
  const [, low, high, list] = /^s(\d+)(?:-s(\d+))?(?::(c\d+(?:\.c\d+)?(?:,c\d+(?:\.c\d+)?)*))?$/.exec(range) ?? []
  if (low === undefined) return 'malformed'
  if (high !== undefined && Number(high) < Number(low)) return 'order'
  const seen = new Set<number>()
  for (const part of list?.split(',') ?? []) {
    const [from = 0, to = from] = part.split('.').map((one) => Number(one.slice(1)))
    if (from > 1023 || to > 1023) return 'category'
    if (to < from) return 'order'
    for (let one = from; one <= to; one++) {
      if (seen.has(one)) return 'twice'
      seen.add(one)
    }
  }
  return undefined
}
