import { defineRule, listOf, type PolicyDocument, type Properties, policiesOf, type Resource, string } from '#rule'
import { artifactsOf, referredBy, VPC } from './_project.ts'

const NETWORK = [
  'ec2:CreateNetworkInterface',
  'ec2:CreateNetworkInterfacePermission',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
]

export default defineRule({
  id: 'codebuild/role-permission-missing',
  title: 'Build role lacks a permission that the project needs',
  severity: 'warning',
  on: ['AWS::CodeBuild::Project'],
  why: 'Every build fails, when it is given its network or when it uploads.',
  fix: 'Allow the actions in a policy of the role.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html',
      fact: 'What the service role of a project has to allow, s3:PutObject for its output among it.',
    },
    { url: VPC, fact: 'The role of a project in a VPC makes and removes network interfaces.' },
  ],
  notes: ['001:1086', '001:1088', '002:1190', '002:2351', '002:2357'],
  messages: { missing: 'The role {role} does not allow {actions}, which {what} needs; add it to a policy of the role.' },
  check(project, { report }) {
    for (const fact of project.facts('ServiceRole')) {
      const role = fact.state === 'unknown' ? referredBy(project.template, fact.node)?.resource : undefined
      const allowed = role?.type === 'AWS::IAM::Role' ? actionsOf(role) : undefined
      if (!role || !allowed) continue
      for (const { what, actions } of needsOf(project)) {
        const missing = actions.filter((action) => !allowed.some((pattern) => matches(pattern, action)))
        if (missing.length)
          report({ node: fact.node, when: fact.when }, 'missing', { role: role.id, what, actions: listOf(missing, 'and') })
      }
    }
  },
})

/** What the project does with its role, as far as it is certain. */
function needsOf(project: Resource): { what: string; actions: string[] }[] {
  const needs: { what: string; actions: string[] }[] = []
  const has = (of: Properties, path: string, value: string): boolean => {
    const facts = of.known(path, string)
    return facts.length > 0 && of.facts(path).length === facts.length && facts.every((fact) => fact.value === value)
  }
  // A policy of the bucket can allow the upload as well.
  const upload = artifactsOf(project).some((artifacts) => has(artifacts, 'Type', 'S3'))
    ? 'the upload of S3 artifacts'
    : has(project, 'Cache.Type', 'S3')
      ? 'the S3 cache'
      : has(project, 'LogsConfig.S3Logs.Status', 'ENABLED')
        ? 'the upload of S3 logs'
        : undefined
  if (upload && project.template.resourcesOf('AWS::S3::BucketPolicy').length === 0) needs.push({ what: upload, actions: ['s3:PutObject'] })
  const network = project.facts('VpcConfig.Subnets')
  if (network.length && network.every((fact) => fact.state !== 'absent')) needs.push({ what: 'VpcConfig', actions: NETWORK })
  return needs
}

/** Every action that the policies of a role allow; undefined where not all of them are known. */
function actionsOf(role: Resource): string[] | undefined {
  const { template } = role
  if (role.isOpen || role.facts('ManagedPolicyArns').some((fact) => fact.state !== 'absent')) return undefined
  const attached = template.resourcesOf('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy').filter((policy) => {
    const roles = policy.facts(policy.type === 'AWS::IAM::RolePolicy' ? 'RoleName' : 'Roles.*').filter((fact) => fact.state !== 'absent')
    return roles.length === 0 || roles.some((fact) => (referredBy(template, fact.node)?.resource ?? role) === role)
  })
  const policies = policiesOf(template).policies.filter(
    (policy) => policy.kind !== 'trust' && [role, ...attached].includes(policy.resource),
  )
  const written = role.counts('Policies').reduce((sum, { most }) => sum + most.count, 0) + attached.length
  if (policies.length !== written || !policies.every(isKnown)) return undefined
  return policies.flatMap((policy) =>
    policy.statements.flatMap((one) => (one.isAllow ? one.texts('Action').map(({ value }) => value) : [])),
  )
}

const isKnown = (policy: PolicyDocument): boolean =>
  policy.isComplete && policy.statements.every((one) => one.isKnown('Effect') && one.isKnown('Action'))

const matches = (pattern: string, action: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
    'i',
  ).test(action)
