import { childOf, closest, defineRule, isNothing, isPlaceholder, isUnevaluated, kindName, respell } from '#rule'
import { AGENT_PARSER, PERMISSIONS } from './_pages.ts'

export default defineRule({
  id: 'appspec/unknown-permission-type',
  title: 'Permission type must be a list of file and directory',
  severity: 'error',
  on: ['appspec'],
  fixes: 'safe',
  why: 'The agent refuses other words, and fails with a Ruby error on a plain text.',
  fix: 'Write a list: type: [file], type: [directory], or both.',
  sources: [
    { url: PERMISSIONS, fact: 'type is a list of file and directory; without it the entry applies to both.' },
    { url: AGENT_PARSER, fact: 'Other items raise "a permission for an object type not supported for permissions".' },
  ],
  notes: ['001:1098', '002:1207'],
  messages: {
    notList: '"type" is {kind}; the agent wants a list ("undefined method `each\'"): write {list}.',
    misspelt: '"{value}" is no type (CodeDeploy: "an object type not supported for permissions ({value})"); did you mean {near}?',
    unknown: '"{value}" is no type (CodeDeploy: "an object type not supported for permissions ({value})"); use file or directory.',
    notText: 'The type is {kind}; use the words file and directory.',
  },
  check(appspec, { report }) {
    for (const item of appspec.permissions) {
      const type = childOf(item, 'type')
      if (!type || isNothing(type) || isUnevaluated(type)) continue
      if (type.kind !== 'sequence') {
        const list = type.kind === 'scalar' && TYPES.includes(type.text) ? `[${type.text}]` : '[file, directory]'
        report(type, 'notList', { kind: kindName(type), list })
        continue
      }
      for (const one of type.items) {
        if (isUnevaluated(one)) continue
        if (one.kind !== 'scalar') report(one, 'notText', { kind: kindName(one) })
        else if (!TYPES.includes(one.text)) {
          const near = closest(one.text, TYPES) ?? (/^(dir|folder)s?$/i.test(one.text) ? 'directory' : undefined)
          if (near) report(one, 'misspelt', { value: one.text, near }, respell(one, TYPES))
          else if (!isPlaceholder(one.text)) report(one, 'unknown', { value: one.text })
        }
      }
    }
  },
})

const TYPES: readonly string[] = ['file', 'directory']
