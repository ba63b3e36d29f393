import { bodilessApis, both, canHold, defineRule, hasUnseenParts, partsOf, someOf, waitsFor } from '#rule'

export default defineRule({
  id: 'apigateway/deployment-omits-methods',
  title: 'A REST deployment should wait for every method of its API',
  severity: 'warning',
  on: ['AWS::ApiGateway::Deployment'],
  why: 'A deployment is a snapshot: methods that CloudFormation makes after it are not in the stage.',
  fix: 'Name every method in DependsOn.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html',
      fact: 'A deployment has the methods that are there when it is made, so it depends on all of them.',
    },
  ],
  notes: ['000:562', '002:1649', '002:1675', '003:352'],
  messages: { omitted: 'The deployment does not wait for {methods}; add DependsOn, or the stage may lack what is made later.' },
  check(deployment, { report }) {
    const { template } = deployment
    if (template.isRewritten || hasUnseenParts(template, 'AWS::ApiGateway::Method')) return
    for (const api of bodilessApis(deployment)) {
      const methods = partsOf(template, api.key, 'AWS::ApiGateway::Method').filter(({ when }) => canHold(both(when, api.when)))
      const waits = waitsFor(template, deployment.id)
      const left = methods.filter(({ resource }) => !waits.has(resource.id))
      // Where none is waited for, that is an error of its own.
      const [first] = left
      if (!first || left.length === methods.length) continue
      const names = someOf(
        left.map(({ resource }) => resource.id),
        'and',
      )
      report({ node: deployment.attribute('DependsOn')?.key ?? api.node, when: both(api.when, first.when) }, 'omitted', { methods: names })
    }
  },
})
