import { arnOf, coversAction, defineRule, OPAQUE } from '#rule'

// Some of these actions are checked against the ARN of all that a service has, as arn:aws:s3:::*.
const isNarrow = (text: string): boolean => {
  const resource = text.startsWith('arn:') ? (arnOf(text)?.resource ?? '') : ''
  return resource !== '' && !resource.startsWith(OPAQUE) && !/^([\w-]+[:/])?\*(:\*)*$/.test(resource)
}

export default defineRule({
  id: 'iam/resource-level-permission-unsupported',
  title: 'This action has no resources: grant it on *',
  severity: 'warning',
  on: ['policy'],
  why: 'The permission is never given: the action is checked against *, which an ARN does not match.',
  fix: 'Grant the action in a statement of its own with Resource *.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table',
      fact: 'Actions without a resource type in the table of their service are granted on * only.',
    },
  ],
  notes: ['001:135', '001:136', '001:137', '001:939'],
  cfnLint: ['I3510'],
  messages: {
    needsAll: '{action} takes no resources and is granted on * only; move it to a statement with Resource *.',
  },
  check(policy, { report }) {
    const { schemas } = policy.resource.template
    if (policy.kind !== 'identity') return
    for (const statement of policy.statements) {
      if (!statement.isAllow || !statement.all('Resource', isNarrow)) continue
      for (const { text, isWhole, place } of statement.forms('Action')) {
        const [, prefix = '', name = ''] = (isWhole && /^([\w-]+):([\w*?-]+)$/.exec(text)) || []
        const covered = (schemas?.actions?.(prefix.toLowerCase()) ?? []).filter((action) => coversAction(name, action.name))
        if (covered.length > 0 && covered.every(({ hasResources }) => !hasResources)) report(place, 'needsAll', { action: text })
      }
    }
  },
})
