import { defineRule, isPartial, OPAQUE, type PolicyDocument, subVariables, WORD } from '#rule'

// The resources of an API stand as execute-api:/ or /, those of VPC Lattice as paths.
const takesArns = (policy: PolicyDocument): boolean =>
  policy.kind !== 'boundary' && !/^AWS::(ApiGateway|Serverless::Api|VpcLattice)/.test(policy.resource.type)

function isNoAction(text: string): boolean {
  if (isPartial(text)) return /\s|^arn:/.test(text)
  return !/^(\*|\*:\*|[A-Za-z0-9-]+:[\w*?-]+)$/.test(text)
}

function isNoArn(text: string): boolean {
  if (text.startsWith('*') || text.startsWith(OPAQUE)) return false
  if (!/^arn:/.test(text))
    return !(isPartial(text) && 'arn:'.startsWith(text.slice(0, text.search(/[\uE000\uE001]/)))) || text.startsWith(WORD)
  const parts = text.split(':')
  const [, partition = ''] = parts
  if (!/^(aws[a-z-]*|\*|.*[\uE000\uE001].*)$/.test(partition)) return true
  // IAM looks closer at ARNs of its own.
  const [, , service, region = '', account = ''] = parts
  const isForeign = /^[a-z0-9-]+$/.test(region) || !/^(\d{12}|aws|.*[*?\uE000\uE001].*)?$/.test(account)
  if (service === 'iam' && parts.length >= 6 && isForeign) return true
  // A wildcard at the end may stand for the parts that are not written.
  return parts.length < 6 && !/[*\uE000]/.test(text)
}

export default defineRule({
  id: 'iam/malformed-action',
  title: 'An action is service:Name and a resource an ARN',
  severity: 'error',
  on: ['policy'],
  why: 'IAM and the services reject the policy as malformed, and the resource that holds it is not created.',
  fix: 'Write actions as service:Name and resources as ARNs; * stands for all of them.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
      fact: 'An action is the prefix of a service, a colon and a name, which may hold * and ?.',
    },
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
      fact: 'A resource is an ARN, or * for all.',
    },
  ],
  notes: ['002:400', '002:402', '002:404', '002:409', '002:465', '002:628', '002:641', '002:1599'],
  cfnLint: ['E3510', 'E3512', 'E3514'],
  messages: {
    action: '{element} is "{value}"; it must be * or service:Name.',
    resource: '{element} is "{value}"; it must be * or an ARN (arn:partition:service:region:account:resource).',
    name: '{element} begins with a name; it must be an ARN: read the attribute Arn instead.',
  },
  check(policy, { report }) {
    for (const statement of policy.statements) {
      for (const element of ['Action', 'NotAction'])
        for (const { text, place } of statement.suspects(element, isNoAction)) report(place, 'action', { element, value: text })
      const { names } = policy.resource.template
      if (!takesArns(policy)) continue
      // These are told by a rule of their own.
      const isAssumption = statement.all('Action', (text) => /^sts:AssumeRole/i.test(text))
      for (const element of ['Resource', 'NotResource']) {
        for (const { text, place } of statement.suspects(element, isNoArn)) {
          if (isAssumption && text.startsWith('arn:')) continue
          // What Fn::Sub would fill in is told by intrinsic/placeholder-outside-sub.
          if (subVariables(text).some(({ name }) => names.meaningOf(name.split('.')[0] ?? ''))) continue
          report(place, text.startsWith(WORD) ? 'name' : 'resource', { element, value: text })
        }
      }
    }
  },
})
