import { apisOf, boolean, defineRule, jointly, string } from '#rule'

export default defineRule({
  id: 'apigateway/undeployed-v2-stage',
  title: 'A V2 stage needs AutoDeploy or a deployment',
  severity: 'warning',
  on: ['AWS::ApiGatewayV2::Stage'],
  why: 'The stage is there, but serves nothing.',
  fix: 'Set AutoDeploy to true, or name a deployment.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-stage.html',
      fact: 'With AutoDeploy changes of the API deploy the stage; otherwise it serves the deployment of DeploymentId.',
    },
  ],
  notes: ['002:306', '002:1640', '002:1641'],
  messages: { idle: 'The stage is never deployed; set AutoDeploy to true, or name a deployment in DeploymentId.' },
  check(stage, { report }) {
    const { template } = stage
    if (stage.isOpen || template.isOpen('Resources')) return
    const api = apisOf(stage)
    const mayDeploy = template.resourcesOf('AWS::ApiGatewayV2::Deployment').some((deployment) => {
      const isSame = apisOf(deployment).some((one) => !one.resource || api.some(({ key, resource }) => key === one.key || !resource))
      const names = deployment.facts('StageName').map((fact) => (fact.state === 'known' ? string.read(fact.value) : fact.state))
      const own = stage.facts('StageName').map((fact) => (fact.state === 'known' ? string.read(fact.value) : undefined))
      return isSame && names.some((name) => name !== 'absent' && (name === 'unknown' || own.includes(name) || own.includes(undefined)))
    })
    if (mayDeploy) return
    for (const auto of stage.possible('AutoDeploy', boolean)) {
      if (auto.state === 'unknown' || (auto.state === 'known' && auto.value)) continue
      for (const absent of stage.absent('DeploymentId')) {
        const when = jointly(auto.when, absent.when)
        if (when) report({ node: stage.key, when }, 'idle')
      }
    }
  },
})
