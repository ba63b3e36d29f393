import { arnOf, defineRule, formsOf, isPlaceholder, leadsOf, nodesAt, OPAQUE, suspectsOf, WORD } from '#rule'

const PATHS = ['ManagedPolicyArns.*', 'PermissionsBoundary']

function isNoPolicy(text: string): boolean {
  // An empty text is the default of a parameter that is to be filled in.
  if (text === '' || text.startsWith(OPAQUE) || text.startsWith(WORD) || isPlaceholder(text.replaceAll(OPAQUE, ''))) return false
  const arn = arnOf(text)
  if (!arn) return !(text.includes(OPAQUE) && /^arn:/.test(text))
  if (!/^(aws[a-z-]*|.*\uE001.*)$/.test(arn.partition) || arn.service !== 'iam' || arn.region !== '') return true
  return !/^(aws|\d{12}|.*\uE001.*)$/.test(arn.account) || !/^(policy\/.+|[\uE000\uE001].*)$/.test(arn.resource)
}

export default defineRule({
  id: 'iam/malformed-managed-policy-arn',
  title: 'Managed policies are attached by ARN',
  severity: 'error',
  on: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group', 'AWS::Serverless::Function', 'AWS::SSO::PermissionSet'],
  why: 'IAM rejects the ARN, and the resource is not created.',
  fix: 'Give the ARN of a managed policy: arn:aws:iam::aws:policy/name for those of AWS, Ref of an AWS::IAM::ManagedPolicy for your own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns',
      fact: 'Managed policies are arn:partition:iam::account:policy/path-and-name; the account of those of AWS is aws.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html#aws-resource-iam-managedpolicy-return-values',
      fact: 'Ref of a managed policy is its ARN.',
    },
  ],
  notes: ['001:956', '003:209', '003:210'],
  cfnLint: ['E1156', 'E3031'],
  messages: {
    malformed: '{property} is "{value}"; it must be the ARN of a managed policy (arn:aws:iam::aws:policy/name).',
    other: '{property} is {id}, an {type}; it must be the ARN of a managed policy.',
  },
  check(resource, { report }) {
    const paths = resource.type === 'AWS::SSO::PermissionSet' ? ['ManagedPolicies.*'] : PATHS
    for (const path of paths) {
      if (resource.type === 'AWS::Serverless::Function' && path !== 'PermissionsBoundary') continue
      const property = path.replace('.*', '')
      for (const { node, when } of nodesAt(resource, path)) {
        const others = leadsOf(resource.template, node, when).filter(({ resource: { type } }) => /^AWS::IAM::(?!ManagedPolicy)/.test(type))
        for (const lead of others) report(lead, 'other', { property, id: lead.resource.id, type: lead.resource.type })
        if (others.length > 0) continue
        for (const { text, place } of suspectsOf(formsOf(resource.template, node, when), isNoPolicy))
          report(place, 'malformed', { property, value: text })
      }
    }
  },
})
