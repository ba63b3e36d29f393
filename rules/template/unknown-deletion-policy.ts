import { CONDITION_FUNCTIONS, callOf, closest, defineRule, listOf, nounOf, RULE_FUNCTIONS, respell, table } from '#rule'

const VALUES: Readonly<Record<string, readonly string[]>> = table({
  DeletionPolicy: ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'],
  UpdateReplacePolicy: ['Delete', 'Retain', 'Snapshot'],
})

export default defineRule({
  id: 'template/unknown-deletion-policy',
  title: 'DeletionPolicy and UpdateReplacePolicy take fixed values',
  severity: 'error',
  on: ['*'],
  fixes: 'safe',
  why: 'CloudFormation rejects a template with any other value, also with one in other letter case.',
  fix: 'Use Delete, Retain or Snapshot; DeletionPolicy also takes RetainExceptOnCreate. Functions need the transform AWS::LanguageExtensions.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html',
      fact: 'DeletionPolicy is Delete, Retain, RetainExceptOnCreate or Snapshot.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatereplacepolicy.html',
      fact: 'UpdateReplacePolicy is Delete, Retain or Snapshot.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/transform-aws-languageextensions.html',
      fact: 'The transform allows functions in DeletionPolicy and UpdateReplacePolicy.',
    },
  ],
  notes: ['000:735', '002:1274', '002:1387', '003:256'],
  cfnLint: ['E3035', 'E3036'],
  messages: {
    unknown: '{name} is "{value}"; it must be {values}.',
    misspelt: '{name} is "{value}"; did you mean "{near}"?',
    notText: '{name} is {noun}; it must be {values}.',
    function: '{name} is {noun}, which needs the transform AWS::LanguageExtensions; write {values}.',
  },
  check(resource, { report }) {
    const { template } = resource
    if (template.isRewritten) return
    for (const [name, allowed] of Object.entries(VALUES)) {
      const written = resource.attribute(name)?.value
      if (!written) continue
      const values = listOf(allowed)
      const call = callOf(written)
      // What no value can be made of is told by intrinsic/misplaced-function.
      if (call && [...CONDITION_FUNCTIONS, ...RULE_FUNCTIONS].includes(call.name)) continue
      if (call && !template.hasTransform('AWS::LanguageExtensions')) {
        report(written, 'function', { name, noun: nounOf(written), values })
        continue
      }
      for (const fact of resource.attributeFacts(name)) {
        if (fact.state !== 'known') continue
        const { value } = fact
        if (value.kind !== 'scalar' || value.value === null) report(fact, 'notText', { name, noun: nounOf(value), values })
        else if (!allowed.includes(value.text)) {
          const near = closest(value.text, allowed)
          if (near) report(fact, 'misspelt', { name, value: value.text, near }, respell(fact, allowed))
          else report(fact, 'unknown', { name, value: value.text, values })
        }
      }
    }
  },
})
