import { callOf, childOf, closest, defineRule, listOf, type Mapping, respell, type Template } from '#rule'

const RULE = ['RuleCondition', 'Assertions']
const ASSERTION = ['Assert', 'AssertDescription']

export default defineRule({
  id: 'template/unknown-rule-key',
  title: 'A rule holds something that CloudFormation does not read',
  severity: 'warning',
  on: ['template'],
  fixes: 'safe',
  why: 'A misspelt RuleCondition lets the rule hold always, and a misspelt AssertDescription leaves people without the reason.',
  fix: 'Correct the name or remove it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html',
      fact: 'A rule has RuleCondition and Assertions; an assertion has Assert and AssertDescription.',
    },
  ],
  cfnLint: ['E1700'],
  messages: {
    misplaced: 'CloudFormation does not read the AssertDescription of a rule; move it into the assertion.',
    misspelt: '{what} has no "{key}"; did you mean "{near}"?',
    unknown: '{what} has no "{key}"; it holds {keys}.',
  },
  check(template, { report }) {
    for (const [what, map, keys] of mapsOf(template)) {
      for (const { key } of map.entries) {
        if (keys.includes(key.text) || key.text === 'Fn::Transform') continue
        if (key.text === 'AssertDescription') {
          // Beside assertions that describe themselves it is a heading for people.
          if (!describesItself(map)) report(key, 'misplaced')
          continue
        }
        const near = closest(key.text, keys)
        if (near) report(key, 'misspelt', { what, key: key.text, near }, respell(key, keys))
        else report(key, 'unknown', { what, key: key.text, keys: listOf(keys, 'and') })
      }
    }
  },
})

const describesItself = (rule: Mapping): boolean => assertionsOf(rule).some((item) => childOf(item, 'AssertDescription') !== undefined)

function assertionsOf(rule: Mapping): readonly Mapping[] {
  const assertions = childOf(rule, 'Assertions')
  const items = assertions?.kind === 'sequence' ? assertions.items : []
  return items.filter((item): item is Mapping => item.kind === 'mapping' && !callOf(item))
}

/** Rules and their assertions, with what each holds. */
function* mapsOf(template: Template): Generator<[string, Mapping, readonly string[]]> {
  if (template.isRewritten) return
  for (const { key, value } of template.sectionEntries('Rules')) {
    if (value.kind !== 'mapping' || callOf(value)) continue
    yield [`Rule "${key.text}"`, value, RULE]
    for (const item of assertionsOf(value)) yield ['An assertion', item, ASSERTION]
  }
}
