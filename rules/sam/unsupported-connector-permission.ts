import { childOf, defineRule, listOf, type Node } from '#rule'
import { connectionsOf, PROFILES } from './_connectors.ts'

export default defineRule({
  id: 'sam/unsupported-connector-permission',
  title: 'Connector gives no such permission for this pair of resources',
  severity: 'error',
  on: ['template'],
  why: 'Each pair of types has its permissions; the transform fails at others.',
  fix: 'Give the permissions that the message names.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html',
      fact: 'Lists the permissions of each pair.',
    },
  ],
  messages: {
    permission: 'A connector from {source} to {destination} gives {permissions}, not {given}.',
    combination: 'A connector from {source} to {destination} gives {permissions} only, not {given} alone.',
  },
  check(template, { report }) {
    for (const { properties, source, destinations } of connectionsOf(template)) {
      const permissions = childOf(properties, 'Permissions')
      const given = permissions?.kind === 'sequence' ? permissions.items : []
      if (!permissions || given.length === 0 || !given.every((item) => item.kind === 'scalar')) continue
      for (const { type: destination } of destinations) {
        const profile = PROFILES[source?.type ?? '']?.[destination ?? '']
        if (!profile || !source?.type || !destination) continue
        const names = { source: source.type, destination }
        // What is neither Read nor Write is told by the schema.
        const wrong = given.filter((item) => /^(Read|Write)$/.test(text(item)) && !profile.permissions.includes(text(item)))
        for (const item of wrong)
          report(item, 'permission', { ...names, permissions: listOf(profile.permissions, 'and'), given: text(item) })
        const all = [...new Set(given.map(text))].sort().join(' and ')
        if (profile.combinations && !profile.combinations.includes(all) && wrong.length === 0 && /^(Read|Write)( and Write)?$/.test(all))
          report(permissions, 'combination', { ...names, permissions: listOf(profile.combinations), given: all })
      }
    }
  },
})

const text = (node: Node): string => (node.kind === 'scalar' ? node.text : '')
