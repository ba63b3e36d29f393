import { ALWAYS, both, canHold, defineRule, table } from '#rule'
import { keysOf } from './_statements.ts'

const REST: Readonly<Record<string, string>> = table({
  NotAction: 'every other action',
  NotResource: 'access to every other resource',
  NotPrincipal: 'access to everybody else',
})

export default defineRule({
  id: 'iam/allow-by-exclusion',
  title: 'Allow with NotAction or NotResource grants too much',
  severity: 'warning',
  on: ['policy'],
  why: 'All that is not named is allowed, and what AWS adds later too.',
  fix: 'Name what is allowed; use NotAction, NotResource and NotPrincipal with Deny.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
      fact: 'NotAction with Allow grants every other action, also of services that are added later.',
    },
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
      fact: 'NotPrincipal must not be used with Allow: it lets in everybody else.',
    },
  ],
  notes: ['001:98', '001:968', '001:969', '002:628', '002:641', '002:644'],
  messages: {
    exclusion: 'Allow with {element} grants {rest}; name what is allowed.',
  },
  check(policy, { report }) {
    if (policy.kind === 'boundary') return
    for (const statement of policy.statements) {
      if (!statement.isAllow) continue
      const isNarrow = statement.all('Resource', (text) => text !== '*')
      for (const [element, rest] of Object.entries(REST)) {
        if (element === 'NotAction' && isNarrow) continue
        // Beside the element that it excludes from, the statement is refused anyhow.
        const beside = keysOf(statement, element.slice('Not'.length))
        for (const place of keysOf(statement, element))
          if (!beside.some((one) => canHold(both(one.when ?? ALWAYS, place.when ?? ALWAYS)))) report(place, 'exclusion', { element, rest })
      }
    }
  },
})
