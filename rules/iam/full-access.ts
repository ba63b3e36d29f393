import { defineRule, pathOf } from '#rule'
import { exactly } from './_statements.ts'

export default defineRule({
  id: 'iam/full-access',
  title: 'A policy allows everything',
  severity: 'warning',
  on: ['policy'],
  why: 'Whoever gets the policy is administrator: any mistake or theft reaches the whole account.',
  fix: 'Name the actions and resources that are needed.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
      fact: 'Give only the permissions that a task needs: actions on resources under conditions.',
    },
  ],
  notes: ['001:98', '001:968', '001:969', '002:628', '002:641', '002:644'],
  messages: {
    everything: 'The statement allows all actions on all resources; name what is needed.',
  },
  check(policy, { report }) {
    if (policy.kind === 'trust' || policy.kind === 'boundary' || /^AWS::(KMS|VpcLattice)::/.test(policy.resource.type)) return
    const { id, template } = policy.resource
    // A permissions boundary limits and grants nothing.
    if (template.references.of(id).some(({ node }) => pathOf(node).includes('/PermissionsBoundary'))) return
    for (const statement of policy.statements) {
      if (!statement.isAllow || !statement.isUnconditional) continue
      const [resource] = exactly(statement, 'Resource', '*')
      if (!resource) continue
      for (const { place } of exactly(statement, 'Action', '*', '*:*')) report(place, 'everything')
    }
  },
})
