import { arnOf, defineRule, formsOf, nodesAt, suspectsOf } from '#rule'
import { MANAGED_POLICIES, nearPolicy } from './_managed-policies.ts'

/** The name that is written, and the policy that was probably meant; undefined for one that exists or is like none. */
function nearOf(text: string, isSam: boolean): { name: string; near: string; message: 'misspelt' | 'case' } | undefined {
  const arn = arnOf(text)
  const isOfAws = arn?.service === 'iam' && arn.account === 'aws' && arn.resource.startsWith('policy/')
  const name = isOfAws ? arn.resource.slice('policy/'.length) : isSam && /^\w{8,}$/.test(text) ? text : undefined
  if (!name || /[\uE000\uE001]/.test(name)) return undefined
  // SAM finds the path of a name itself.
  if (MANAGED_POLICIES.some((known) => known === name || (!isOfAws && known.endsWith(`/${name}`)))) return undefined
  const near = nearPolicy(name)
  if (near === undefined) return undefined
  // SAM knows a name in its own case only.
  const message = isOfAws && near.toLowerCase() === name.toLowerCase() ? 'case' : 'misspelt'
  return { name, near: isOfAws ? near : (near.split('/').at(-1) ?? near), message }
}

export default defineRule({
  id: 'iam/unknown-managed-policy',
  title: 'There is no AWS managed policy of this name and path',
  severity: 'warning',
  on: [
    'AWS::IAM::Role',
    'AWS::IAM::User',
    'AWS::IAM::Group',
    'AWS::Serverless::Function',
    'AWS::Serverless::StateMachine',
    'AWS::SSO::PermissionSet',
  ],
  why: 'IAM finds no such policy, and the resource is not created.',
  fix: 'Write the name and path as AWS does, in the same case.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html',
      fact: 'The managed policies of AWS with their names and ARNs.',
    },
    {
      url: 'https://github.com/awslabs/mcp/pull/4101',
      fact: 'IAM attaches a managed policy whose ARN is written in another case; lists of ARNs that compare it do not find it.',
    },
  ],
  notes: ['002:963', '002:1179', '002:1610', '002:1874', '002:2211'],
  messages: {
    misspelt: 'There is no managed policy {name} of AWS; did you mean {near}?',
    // What IAM makes of another case is said in both ways.
    case: 'AWS spells this managed policy {near}; write it in the same case, which not everything that reads the ARN ignores.',
  },
  check(resource, { report }) {
    const path = resource.type.startsWith('AWS::Serverless::')
      ? 'Policies'
      : resource.type === 'AWS::SSO::PermissionSet'
        ? 'ManagedPolicies'
        : 'ManagedPolicyArns'
    const isSam = path === 'Policies'
    for (const item of [path, 'PermissionsBoundary'].flatMap((one) => nodesAt(resource, one))) {
      for (const { text, place } of suspectsOf(
        formsOf(resource.template, item.node, item.when),
        (text) => nearOf(text, isSam) !== undefined,
      )) {
        const near = nearOf(text, isSam)
        if (near) report(place, near.message, { name: near.name, near: near.near })
      }
    }
  },
})
