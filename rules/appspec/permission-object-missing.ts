import { defineRule, isBlank, isNothing, isUnevaluated, kindName, PERMISSION_KEYS } from '#rule'
import { AGENT_PARSER, PERMISSIONS } from './_pages.ts'
import { OBJECT_WORDS } from './_words.ts'

export default defineRule({
  id: 'appspec/permission-object-missing',
  title: 'Each permissions entry needs an object',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent refuses the whole AppSpec, so the deployment fails at its first event.',
  fix: 'Write `permissions` as a list of entries, each with the path on the instance as `object`.',
  sources: [
    { url: PERMISSIONS, fact: 'object, the file or folder on the instance, is the one key that an entry must have.' },
    {
      url: AGENT_PARSER,
      fact: 'An entry without it raises "a permission listed in the application specification file has no object value".',
    },
  ],
  notes: ['000:357', '000:358', '000:359', '001:1098', '002:1207'],
  messages: {
    notList: '"permissions" is {kind}; the agent wants a list ("undefined method `has_key?\'"): put a dash before each object.',
    notMapping: 'The item is {kind}, where the agent wants an entry with "object" ("undefined method `has_key?\'"); write "- object: …".',
    missing:
      'The entry has no "object" (CodeDeploy: "a permission listed in the application specification file has no object value"); add the path.',
    misspelt: '"{key}" is not read; write "object" (CodeDeploy: "a permission listed … has no object value").',
    empty:
      '"object" is empty (CodeDeploy: "a permission listed in the application specification file has no object value"); write the path.',
    notText: '"object" is {kind}; write one path, and a further entry for each further path.',
  },
  check(appspec, { report }) {
    const permissions = appspec.section('permissions')?.value
    if (appspec.platform !== 'server' || appspec.os === 'windows' || !permissions || isNothing(permissions)) return
    if (permissions.kind !== 'sequence') {
      report(permissions, 'notList', { kind: kindName(permissions) })
      return
    }
    for (const item of permissions.items) {
      if (item.kind !== 'mapping') {
        report(item, 'notMapping', { kind: isNothing(item) ? 'a dash without content' : kindName(item) })
        continue
      }
      if (isUnevaluated(item)) continue
      const object = appspec.entry(item, 'object')?.value
      const key = appspec.standIn(item, 'object', PERMISSION_KEYS, OBJECT_WORDS)
      if (key) report(key, 'misspelt', { key: key.text })
      else if (!object) report(item, 'missing')
      else if (isBlank(object)) report(object, 'empty')
      else if (object.kind !== 'scalar' && !isUnevaluated(object)) report(object, 'notText', { kind: kindName(object) })
    }
  },
})
