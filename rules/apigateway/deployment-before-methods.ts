import { bodilessApis, both, canHold, defineRule, hasUnseenParts, partsOf, waitsFor } from '#rule'

export default defineRule({
  id: 'apigateway/deployment-before-methods',
  title: 'A REST deployment must wait for the API methods',
  severity: 'error',
  on: ['AWS::ApiGateway::Deployment'],
  why: 'CloudFormation makes the deployment as soon as the API is there, and API Gateway answers that the API has no methods.',
  fix: 'Name the methods in DependsOn of the deployment.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html',
      fact: 'A deployment of an API whose methods are resources of the template depends on them explicitly.',
    },
  ],
  notes: ['000:562', '002:1649', '002:1675', '003:352'],
  messages: { early: 'The deployment does not wait for any method of {api}; add DependsOn with {method}.' },
  check(deployment, { report }) {
    const { template } = deployment
    if (template.isRewritten || hasUnseenParts(template, 'AWS::ApiGateway::Method')) return
    for (const api of bodilessApis(deployment)) {
      const methods = partsOf(template, api.key, 'AWS::ApiGateway::Method').filter((one) => canHold(both(one.when, api.when)))
      const waits = waitsFor(template, deployment.id)
      const [first] = methods
      if (!first || methods.some(({ resource }) => waits.has(resource.id))) continue
      report({ node: api.node, when: both(api.when, first.when) }, 'early', {
        api: api.key,
        method: methods
          .map(({ resource }) => resource.id)
          .slice(0, 3)
          .join(', '),
      })
    }
  },
})
