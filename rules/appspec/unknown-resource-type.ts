import { closest, defineRule, isPlaceholder, isUnevaluated, kindName, RESOURCE_KEYS, respell, textOf } from '#rule'
import { RESOURCES } from './_pages.ts'

export default defineRule({
  id: 'appspec/unknown-resource-type',
  title: 'AppSpec resource type must be a Lambda function or an ECS service',
  severity: 'error',
  on: ['appspec'],
  fixes: 'safe',
  why: 'CodeDeploy deploys these two types, and tells from Type which of them it is.',
  fix: 'Write AWS::Lambda::Function or AWS::ECS::Service.',
  sources: [{ url: RESOURCES, fact: 'The type of a resource is AWS::Lambda::Function or AWS::ECS::Service.' }],
  notes: ['001:1095', '001:1096', '001:1097', '001:1098', '001:1099', '001:1130', '002:1198', '002:1208', '002:1209'],
  messages: {
    missing: 'The resource "{name}" has no Type; add AWS::Lambda::Function or AWS::ECS::Service.',
    misspelt: '"{value}" is no type that CodeDeploy deploys; did you mean {near}?',
    unknown: '"{value}" is no type that CodeDeploy deploys; the types are AWS::Lambda::Function and AWS::ECS::Service.',
    notText: '"Type" is {kind}; write AWS::Lambda::Function or AWS::ECS::Service.',
    misspeltKey: '"{key}" is not read; write "Type".',
  },
  check(appspec, { report }) {
    for (const { key, node, type } of appspec.targets) {
      const other = appspec.standIn(node, 'Type', RESOURCE_KEYS)
      const value = textOf(type)
      if (other) report(other, 'misspeltKey', { key: other.text })
      else if (!type || (type.kind === 'scalar' && !value)) report(type?.key ?? key, 'missing', { name: key.text })
      else if (isUnevaluated(type)) continue
      else if (type.kind !== 'scalar') report(type, 'notText', { kind: kindName(type) })
      else if (value && !TYPES.includes(value)) {
        const near = closest(value, TYPES) ?? TYPES.find((one) => one.endsWith(`::${value.split('::').pop()}`))
        if (near) report(type, 'misspelt', { value, near }, respell(type, TYPES))
        else if (!isPlaceholder(value)) report(type, 'unknown', { value })
      }
    }
  },
})

const TYPES: readonly string[] = ['AWS::Lambda::Function', 'AWS::ECS::Service']
