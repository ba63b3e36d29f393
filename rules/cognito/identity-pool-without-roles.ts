import { defineRule, leadsOf, nodesAt } from '#rule'

export default defineRule({
  id: 'cognito/identity-pool-without-roles',
  title: 'An identity pool needs attached roles',
  severity: 'warning',
  on: ['AWS::Cognito::IdentityPool'],
  why: 'GetCredentialsForIdentity fails: identities get no credentials.',
  fix: 'Attach roles with AWS::Cognito::IdentityPoolRoleAttachment.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html',
      fact: 'An identity pool gives credentials of the roles that are attached to it.',
    },
  ],
  notes: ['003:228'],
  messages: { without: 'No AWS::Cognito::IdentityPoolRoleAttachment gives roles to {pool}, so it gives no credentials; add one.' },
  check(pool, { report }) {
    const { template, id, key, when } = pool
    const isOutside = template.references.of(id).some(({ section, owner }) => {
      const type = template.resources.get(owner)?.type ?? ''
      return section === 'Outputs' || /^(AWS::CloudFormation::|AWS::Serverless::Application$|Custom::)|::MODULE$/.test(type)
    })
    if (isOutside || template.isOpen('Resources')) return
    const attachments = template.resourcesOf('AWS::Cognito::IdentityPoolRoleAttachment')
    const isAttached = attachments.some((attachment) => {
      const [named] = nodesAt(attachment, 'IdentityPoolId')
      const leads = named ? leadsOf(template, named.node, named.when) : []
      return leads.length === 0 || leads.some(({ resource }) => resource === pool)
    })
    if (!isAttached) report({ node: key, when }, 'without', { pool: id })
  },
})
