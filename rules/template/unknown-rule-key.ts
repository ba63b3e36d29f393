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
    misspelt: '{what} has no "{key}"; did you mean "{near}"?',
    unknown: '{what} has no "{key}"; it holds {keys}.',
  },
  check(template, { report }) {
    for (const [what, map, keys] of mapsOf(template)) {
      for (const { key } of map.entries) {
        if (keys.includes(key.text) || key.text === 'Fn::Transform') continue
        const near = closest(key.text, keys)
        if (near) report(key, 'misspelt', { what, key: key.text, near }, respell(key, keys))
        else report(key, 'unknown', { what, key: key.text, keys: listOf(keys, 'and') })
      }
    }
  },
})

/** Rules and their assertions, with what each holds. */
function* mapsOf(template: Template): Generator<[string, Mapping, readonly string[]]> {
  if (template.isRewritten) return
  for (const { key, value } of template.sectionEntries('Rules')) {
    if (value.kind !== 'mapping' || callOf(value)) continue
    yield [`Rule "${key.text}"`, value, RULE]
    const assertions = childOf(value, 'Assertions')
    for (const item of assertions?.kind === 'sequence' ? assertions.items : []) {
      if (item.kind === 'mapping' && !callOf(item)) yield ['An assertion', item, ASSERTION]
    }
  }
}
