import { defineRule, leadsOf, nodesAt, waitsFor } from '#rule'
import { poolsOf } from './_pools.ts'

export default defineRule({
  id: 'cognito/ui-customization-without-domain',
  title: 'UI customization needs a domain first',
  severity: 'error',
  on: ['AWS::Cognito::UserPoolUICustomizationAttachment'],
  why: 'Cognito refuses the customization of a user pool that has no domain yet, and the stack fails.',
  fix: 'Add an AWS::Cognito::UserPoolDomain for the pool and name it in DependsOn.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpooluicustomizationattachment.html',
      fact: 'The user pool needs a domain before its pages can be customized.',
    },
  ],
  notes: ['000:596'],
  messages: {
    without: 'The pool {pool} has no domain in this template; add an AWS::Cognito::UserPoolDomain and name it in DependsOn.',
    early: 'This can be made before the domain {domain}; name {domain} in DependsOn.',
  },
  check(attachment, { report }) {
    const { template, id } = attachment
    if (template.isOpen('Resources')) return
    for (const { resource: pool, node, when } of poolsOf(attachment)) {
      const domains = template
        .resourcesOf('AWS::Cognito::UserPoolDomain')
        .filter((domain) =>
          nodesAt(domain, 'UserPoolId').some((named) =>
            leadsOf(template, named.node, named.when).every(({ resource }) => resource === pool),
          ),
        )
      const [domain] = domains
      if (!domain) report({ node, when }, 'without', { pool: pool.id })
      else if (!domains.some((one) => waitsFor(template, id).has(one.id))) report({ node, when }, 'early', { domain: domain.id })
    }
  },
})
