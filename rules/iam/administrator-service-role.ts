import { arnOf, both, canHold, defineRule, roleOf } from '#rule'

export default defineRule({
  id: 'iam/administrator-service-role',
  title: 'A service role should not be administrator',
  severity: 'warning',
  on: ['AWS::IAM::Role'],
  why: 'Whoever gets hold of the service (code of a function, a build, an instance) is administrator of the account.',
  fix: 'Attach a policy with what the service does.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
      fact: 'Give only the permissions that a task needs.',
    },
  ],
  notes: ['002:628', '002:641', '002:644'],
  messages: {
    administrator: 'The role of {service} is administrator; give it what it needs only.',
  },
  check(role, { report }) {
    const view = roleOf(role)
    for (const policy of view.trust) {
      const principals = policy.statements.filter((statement) => statement.isAllow).flatMap((statement) => statement.principals())
      const services = principals.filter(({ type, text }) => type === 'Service' && /^[a-z]/.test(text))
      const service = services.find(({ text }) => !text.startsWith('cloudformation.'))
      if (!service) continue
      for (const { text, item, when } of view.managedPolicies) {
        const arn = arnOf(text)
        const joint = both(when, both(service.when, policy.when))
        if (arn?.account === 'aws' && arn.resource === 'policy/AdministratorAccess' && canHold(joint))
          report({ node: item, when: joint }, 'administrator', { service: service.text })
      }
    }
  },
})
