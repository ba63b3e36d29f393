import { both, canHold, defineRule, leadsOf, nodesAt, type Resource, string } from '#rule'

export default defineRule({
  id: 'iam/too-many-access-keys',
  title: 'A user has at most two access keys',
  severity: 'error',
  on: ['template'],
  why: 'IAM rejects the third key.',
  fix: 'Remove a key, or give it to another user.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
      fact: 'A user can have two access keys; the quota is fixed.',
    },
  ],
  notes: ['002:624', '002:640', '002:1293', '002:1926', '002:1929'],
  messages: {
    third: 'It is a third access key of one user; a user has at most two.',
  },
  check(template, { report }) {
    const users = new Map<string, Resource[]>()
    for (const key of template.resourcesOf('AWS::IAM::AccessKey')) {
      for (const { node, when } of nodesAt(key, 'UserName')) {
        const [lead] = leadsOf(template, node, when)
        const [name] = key.known('UserName', string)
        const user = lead ? `${lead.resource.id}` : name ? `"${name.value}"` : undefined
        if (user) users.set(user, [...(users.get(user) ?? []), key])
      }
    }
    for (const keys of users.values()) {
      keys.forEach((key, i) => {
        for (const [j, one] of keys.slice(0, i).entries()) {
          for (const other of keys.slice(0, j)) {
            const when = both(both(other.when, one.when), key.when)
            if (!canHold(when)) continue
            report(
              { node: key.key, when, related: [other, one].map(({ key }) => ({ node: key, message: 'another key of the user' })) },
              'third',
            )
            return
          }
        }
      })
    }
  },
})
