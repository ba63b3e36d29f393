import { defineRule, isUnevaluated, kindName, RESOURCE_KEYS, TARGET_PROPERTIES } from '#rule'
import { RESOURCES } from './_pages.ts'
import { lacking } from './_required.ts'

export default defineRule({
  id: 'appspec/incomplete-lambda-target',
  title: 'Lambda AppSpec needs Name, Alias and TargetVersion',
  severity: 'error',
  on: ['appspec'],
  why: 'CodeDeploy shifts the traffic of an alias to a version; without one of the three it knows not what to do and refuses the file.',
  fix: 'Add the property below Properties.',
  sources: [{ url: RESOURCES, fact: 'A Lambda function is given by Name, Alias, CurrentVersion and TargetVersion, each a text.' }],
  notes: ['000:361', '002:1198', '002:1208', '003:455'],
  messages: {
    noProperties: 'The function "{name}" has no Properties; add Name, Alias, CurrentVersion and TargetVersion.',
    notMapping: '"Properties" is {kind}; write Name, Alias, CurrentVersion and TargetVersion below it.',
    missing: '"{name}" is missing; add it to the Properties of the function.',
    misspelt: '"{key}" is not read; write "{name}".',
    empty: '"{name}" is empty; CodeDeploy refuses the AppSpec without it.',
    notText: '"{name}" is {kind}; write one text.',
  },
  check(appspec, { report }) {
    if (appspec.platform !== 'lambda') return
    for (const { key, node, properties } of appspec.targets) {
      const written = appspec.entry(node, 'Properties')
      const other = appspec.standIn(node, 'Properties', RESOURCE_KEYS)
      if (properties && written) {
        const lacks = lacking(appspec, { node: properties, place: key }, ['Name', 'Alias', 'TargetVersion'], TARGET_PROPERTIES.lambda)
        for (const { place, problem, data } of lacks) report(place, problem, data)
      } else if (written && isUnevaluated(written.value)) continue
      else if (other) report(other, 'misspelt', { key: other.text, name: 'Properties' })
      else if (written && written.value.kind === 'sequence') report(written.key, 'notMapping', { kind: kindName(written.value) })
      else report(written?.key ?? key, 'noProperties', { name: key.text })
    }
  },
})
