import { defineRule, isNothing, isResourceKey, isUnevaluated, kindName, type Mapping } from '#rule'
import { ASSISTANT, RESOURCES } from './_pages.ts'

export default defineRule({
  id: 'appspec/resource-count',
  title: 'AppSpec must describe exactly one resource',
  severity: 'error',
  on: ['appspec'],
  why: 'CodeDeploy deploys one function or one service at a time and refuses an AppSpec of another shape.',
  fix: 'Write `Resources` as a list of one item: its name, and below that Type and Properties.',
  sources: [
    { url: RESOURCES, fact: 'Resources is a list that names the one function or service to be deployed.' },
    { url: ASSISTANT, fact: "AWS's own checker refuses more than one resource." },
  ],
  notes: [
    '000:361',
    '001:1095',
    '001:1096',
    '001:1097',
    '001:1098',
    '001:1099',
    '001:1130',
    '002:1206',
    '002:1207',
    '002:1208',
    '002:1209',
    '003:455',
  ],
  messages: {
    notList: '"{key}" is {kind}; CodeDeploy wants a list: put a dash before the name of the resource.',
    empty: '"{key}" is empty; name the Lambda function or the ECS service to be deployed.',
    several: '"{name}" is a second resource; an AppSpec deploys one: write a further AppSpec for it.',
    notMapping: 'The item is {kind}, where a resource is wanted: its name, and below that Type and Properties.',
    notBelow: '"{key}" stands beside the name of the resource; indent it below "{name}".',
    noName: '"{key}" stands where the name of the resource is wanted; put a name before it and indent it below that.',
    noContent: '"{name}" has nothing below it; write Type and Properties there.',
  },
  check(appspec, { report }) {
    const resources = appspec.section('resources')
    if (appspec.platform === 'server' || !resources || isUnevaluated(resources.value)) return
    const { key, value } = resources
    if (isNothing(value) || (value.kind === 'sequence' && value.items.length === 0)) report(key, 'empty', { key: key.text })
    else if (value.kind !== 'sequence') report(key, 'notList', { key: key.text, kind: kindName(value) })
    else {
      let first = true
      for (const item of value.items) {
        if (item.kind !== 'mapping') report(item, 'notMapping', { kind: isNothing(item) ? 'a dash without content' : kindName(item) })
        else if (!isUnevaluated(item)) checkItem(item, first)
        first = false
      }
    }

    function checkItem(item: Mapping, isFirst: boolean): void {
      const named = item.entries.find((entry) => !isResourceKey(entry.key))
      for (const entry of item.entries) {
        const { key: own } = entry
        if (isResourceKey(own)) {
          if (named) report(own, 'notBelow', { key: own.text, name: named.key.text })
          else if (entry === item.entries[0]) report(own, 'noName', { key: own.text })
        } else if (!isFirst || entry !== named) report(own, 'several', { name: own.text })
        else if (entry.value.kind !== 'mapping' && item.entries.length === 1) report(own, 'noContent', { name: own.text })
      }
    }
  },
})
