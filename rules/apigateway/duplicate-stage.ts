import { apisOf, defineRule, jointly, string } from '#rule'

const TYPES = ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment', 'AWS::ApiGatewayV2::Stage'] as const

export default defineRule({
  id: 'apigateway/duplicate-stage',
  title: 'A Deployment StageName and a Stage must not make the same stage',
  severity: 'error',
  on: TYPES,
  why: 'A deployment with a StageName makes that stage; API Gateway answers that the other one exists already.',
  fix: 'Remove StageName from the deployment and let the stage name the deployment.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html',
      fact: 'With StageName the deployment makes the stage, or updates it where it exists.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html',
      fact: 'The resource makes a stage of that name in the API.',
    },
  ],
  notes: ['000:560', '000:562', '004:356'],
  messages: { duplicate: 'The stage "{name}" is made by {other} too; make it once.' },
  check(resource, { report }) {
    const { template } = resource
    const all = [...template.resources.values()].filter(({ type }) => (TYPES as readonly string[]).includes(type))
    for (const other of all.slice(0, all.indexOf(resource))) {
      // Several deployments can renew one stage.
      if (other.type === 'AWS::ApiGateway::Deployment' && resource.type === other.type) continue
      for (const name of resource.known('StageName', string)) {
        for (const same of other.known('StageName', string)) {
          for (const api of apisOf(resource)) {
            for (const one of apisOf(other)) {
              const when = jointly(name.when, same.when, api.when, one.when, resource.when, other.when)
              if (name.value === same.value && api.key === one.key && when)
                report({ node: name.node, when }, 'duplicate', { name: name.value, other: other.id })
            }
          }
        }
      }
    }
  },
})
