import { closest, defineRule, isPlaceholder, isUnevaluated, kindName } from '#rule'
import { isSet, networksOf } from './_network.ts'
import { RESOURCES } from './_pages.ts'

export default defineRule({
  id: 'appspec/unknown-public-ip-setting',
  title: 'AssignPublicIp must be ENABLED or DISABLED',
  severity: 'error',
  on: ['appspec'],
  why: 'ECS refuses the new task set, and the deployment fails.',
  fix: 'Write ENABLED or DISABLED, in capitals.',
  sources: [{ url: RESOURCES, fact: 'AssignPublicIp is ENABLED or DISABLED.' }],
  notes: ['002:1198', '002:1209'],
  messages: {
    misspelt: '"AssignPublicIp" is "{value}"; did you mean {near}?',
    unknown: '"AssignPublicIp" is "{value}"; write ENABLED or DISABLED.',
    collection: '"AssignPublicIp" is {kind}; write ENABLED or DISABLED.',
  },
  check(appspec, { report }) {
    for (const { vpc } of networksOf(appspec)) {
      const node = appspec.entry(vpc?.value, 'AssignPublicIp')?.value
      if (!isSet(node) || isUnevaluated(node)) continue
      if (node.kind !== 'scalar') report(node, 'collection', { kind: kindName(node) })
      else if (!VALUES.includes(node.text)) {
        const value = node.text
        const near = /^(true|yes|on)$/i.test(value) ? 'ENABLED' : /^(false|no|off)$/i.test(value) ? 'DISABLED' : closest(value, VALUES)
        if (near) report(node, 'misspelt', { value, near })
        else if (!isPlaceholder(value)) report(node, 'unknown', { value })
      }
    }
  },
})

const VALUES: readonly string[] = ['ENABLED', 'DISABLED']
