import { defineRule, type Known, string, together } from '#rule'

export default defineRule({
  id: 'iam/duplicate-statement-id',
  title: 'Statement ids must be unique within a policy',
  severity: 'error',
  on: ['policy'],
  why: 'IAM rejects a policy that uses a Sid twice, and the resource that holds it is not created.',
  fix: 'Give each statement a Sid of its own, or leave Sid out.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
      fact: 'Sid must be unique within a policy.',
    },
  ],
  notes: ['002:465', '002:628', '002:641', '002:1599'],
  messages: {
    duplicate: 'Sid "{value}" is used by another statement of the policy; choose another or leave it out.',
  },
  check(policy, { report }) {
    // Of the services, S3 takes them.
    if (policy.kind !== 'identity' && policy.kind !== 'trust') return
    const seen: Known<string>[] = []
    for (const statement of policy.statements) {
      const ids = statement.known('Sid', string).filter(({ value }) => value !== '')
      for (const [id, other] of together(ids, seen)) {
        if (id.value !== other.value || (id.node === other.node && id.via === other.via)) continue
        report({ node: id.node, when: id.when, related: [{ node: other.node, message: 'the same Sid' }] }, 'duplicate', { value: id.value })
        break
      }
      seen.push(...ids)
    }
  },
})
