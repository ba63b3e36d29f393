import { defineRule } from '#rule'
import { conditionKeys, granting } from './_statements.ts'

const READS = ['GetItem', 'BatchGetItem', 'Query', 'Scan'].map((name) => `dynamodb:${name}`)
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem'].map((name) => `dynamodb:${name}`)

export default defineRule({
  id: 'iam/attribute-filter-bypass',
  title: 'dynamodb:Attributes needs dynamodb:Select to hold',
  severity: 'warning',
  on: ['policy'],
  why: 'A caller that leaves the projection out gets every attribute, also those that the condition is to hide.',
  fix: 'Add dynamodb:Select with SPECIFIC_ATTRIBUTES for reads, and dynamodb:ReturnValues with NONE, UPDATED_OLD or UPDATED_NEW for writes.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html',
      fact: 'Where attributes are limited, dynamodb:Select must be SPECIFIC_ATTRIBUTES and dynamodb:ReturnValues must not be such that whole items come back.',
    },
  ],
  notes: ['003:166'],
  messages: {
    select: '{action} returns all attributes unless dynamodb:Select is SPECIFIC_ATTRIBUTES; add that condition.',
    values: '{action} can return all attributes of the item; add a condition on dynamodb:ReturnValues.',
  },
  check(policy, { report }) {
    for (const statement of policy.statements) {
      const keys = conditionKeys(statement)
      if (!statement.isAllow || !keys) continue
      for (const { key, when } of statement.conditions()) {
        if (key.text.toLowerCase() !== 'dynamodb:attributes') continue
        const [read] = granting(statement, ...READS)
        const [write] = granting(statement, ...WRITES)
        if (read && !keys.includes('dynamodb:select')) report({ node: key, when }, 'select', { action: read.text })
        else if (write && !keys.includes('dynamodb:returnvalues')) report({ node: key, when }, 'values', { action: write.text })
      }
    }
  },
})
