import { apisOf, defineRule, differ, jointly, targetsOf } from '#rule'

export default defineRule({
  id: 'apigateway/stage-of-other-api',
  title: 'A stage must use a deployment of its own API',
  severity: 'error',
  on: ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'],
  why: 'API Gateway does not find the deployment in the API of the stage and rejects it.',
  fix: 'Name a deployment of the same API.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html',
      fact: 'DeploymentId is the deployment that the stage points to, one of the API of RestApiId.',
    },
  ],
  notes: ['000:560', '000:562', '004:356'],
  cfnLint: ['E3698'],
  messages: { other: 'The deployment {deployment} is of {other}, but the stage is of {api}; name a deployment of {api}.' },
  check(stage, { report }) {
    for (const { resource: deployment, node, when } of targetsOf(stage.template, stage, 'DeploymentId')) {
      if (!/^AWS::ApiGateway(V2)?::Deployment$/.test(deployment?.type ?? '') || !deployment) continue
      for (const api of apisOf(stage)) {
        for (const other of apisOf(deployment)) {
          const joint = jointly(when, api.when, other.when)
          if (differ(api, other) && joint)
            report({ node, when: joint }, 'other', { deployment: deployment.id, other: other.key, api: api.key })
        }
      }
    }
  },
})
