import { defineRule } from '#rule'
import { granting } from './_statements.ts'

export default defineRule({
  id: 'iam/scan-despite-leading-keys',
  title: 'Scan is not confined by dynamodb:LeadingKeys',
  severity: 'warning',
  on: ['policy'],
  why: 'A scan reads all partitions: it is refused under the condition, or the condition is got round.',
  fix: 'Leave Scan out of the statement; allow GetItem, Query and the like.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html',
      fact: 'Scan must not be among the actions, since it returns all items whatever their leading keys are.',
    },
  ],
  notes: ['002:925'],
  messages: {
    scan: '{action} lets Scan in, which dynamodb:LeadingKeys cannot confine; name the other actions.',
  },
  check(policy, { report }) {
    for (const statement of policy.statements) {
      const isConfined = statement.conditions().some(({ key }) => key.text.toLowerCase() === 'dynamodb:leadingkeys')
      if (!statement.isAllow || !isConfined) continue
      for (const { text, place } of granting(statement, 'dynamodb:Scan')) report(place, 'scan', { action: text })
    }
  },
})
