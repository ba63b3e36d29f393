import { both, canHold, childOf, defineRule, embed, entryOf, type Node, textsOf } from '#rule'

export default defineRule({
  id: 'cloudformation/stackset-capability-missing',
  title: 'Inline stack set template needs a capability that is not given',
  severity: 'warning',
  on: ['AWS::CloudFormation::StackSet'],
  why: 'Every stack of the set fails with InsufficientCapabilities.',
  fix: 'Add the capability to Capabilities.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html',
      fact: 'Templates with IAM resources need CAPABILITY_IAM, or CAPABILITY_NAMED_IAM when these have names; templates with macros need CAPABILITY_AUTO_EXPAND.',
    },
  ],
  notes: ['002:1374', '002:1376', '002:1377', '002:1380', '002:1381'],
  messages: { missing: 'TemplateBody needs {capability}; add it to Capabilities.' },
  check(set, { report }) {
    const given = set.facts('Capabilities')
    for (const { text, host, when } of textsOf(set.template, set, 'TemplateBody')) {
      const { root } = embed(set.template.source, host, text)
      const needed = root ? neededBy(root) : undefined
      if (!needed) continue
      for (const fact of given) {
        const items = fact.state === 'absent' ? [] : fact.state === 'known' && fact.value.kind === 'sequence' ? fact.value.items : undefined
        const joint = both(when, fact.when)
        if (!items?.every((item) => item.kind === 'scalar') || !canHold(joint)) continue
        const has = items.some(
          (item) =>
            item.kind === 'scalar' && (item.text === needed || (needed === 'CAPABILITY_IAM' && item.text === 'CAPABILITY_NAMED_IAM')),
        )
        if (!has) report({ node: fact.state === 'absent' ? host : fact.node, when: joint }, 'missing', { capability: needed })
      }
    }
  },
})

/** Properties that name an IAM resource. */
const NAMES = ['GroupName', 'ManagedPolicyName', 'PolicyName', 'RoleName', 'UserName', 'InstanceProfileName']

function neededBy(root: Node): string | undefined {
  if (entryOf(root, 'Transform')) return 'CAPABILITY_AUTO_EXPAND'
  const resources = childOf(root, 'Resources')
  const iam = (resources?.kind === 'mapping' ? resources.entries : [])
    .map(({ value }) => value)
    .filter((value) => {
      const type = childOf(value, 'Type')
      return type?.kind === 'scalar' && type.text.startsWith('AWS::IAM::')
    })
  if (iam.length === 0) return undefined
  return iam.some((one) => NAMES.some((name) => entryOf(childOf(one, 'Properties'), name))) ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM'
}
