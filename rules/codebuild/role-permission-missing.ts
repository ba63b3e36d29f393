import { defineRule, listOf, type Properties, type Resource, rolesAt, string } from '#rule'
import { artifactsOf, VPC } from './_project.ts'

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
    for (const { role, node, when } of rolesAt(project, 'ServiceRole')) {
      if (!role.isComplete || role.managedPolicies.length > 0) continue
      for (const { what, actions } of needsOf(project)) {
        const missing = actions.filter((action) => !role.mayAllow(action))
        if (missing.length) report({ node, when }, 'missing', { role: role.resource.id, what, actions: listOf(missing, 'and') })
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
