import { defineRule, table } from '#rule'
import { exactly } from './_statements.ts'

const CONSEQUENCES: Readonly<Record<string, string>> = table({
  kms: 'lets its bearer read all that keys protect, and delete the keys',
  organizations: 'reaches every account of the organization',
  s3: 'reaches every object of every bucket',
  sts: 'lets its bearer take every role that trusts the account',
})

export default defineRule({
  id: 'iam/service-wide-access',
  title: 'A policy allows all actions of a service on everything',
  severity: 'info',
  on: ['policy'],
  why: 'It grants far more than a task needs, and what the service learns to do later is granted with it.',
  fix: 'Name the actions and the resources that are needed.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
      fact: 'Give only the permissions that a task needs: actions on resources under conditions.',
    },
  ],
  notes: ['001:98', '001:968', '001:969', '002:628', '002:641', '002:644'],
  messages: {
    service: '{action} on all resources is all that {service} can do; name what is needed.',
    powerful: '{action} on all resources {consequence}; name what is needed.',
  },
  check(policy, { report }) {
    if (policy.kind !== 'identity') return
    for (const statement of policy.statements) {
      if (!statement.isAllow || !statement.isUnconditional || exactly(statement, 'Resource', '*').length === 0) continue
      for (const { text, isWhole, place } of statement.forms('Action')) {
        const service = isWhole ? /^([\w-]+):\*$/.exec(text)?.[1]?.toLowerCase() : undefined
        // All of IAM can pass any role, which is a warning of its own.
        if (service === 'iam') continue
        const consequence = service && CONSEQUENCES[service]
        if (consequence) report(place, 'powerful', { action: text, consequence })
        else if (service) report(place, 'service', { action: text, service })
      }
    }
  },
})
