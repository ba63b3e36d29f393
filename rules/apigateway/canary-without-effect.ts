import { defineRule, jointly, targetsOf } from '#rule'

export default defineRule({
  id: 'apigateway/canary-without-effect',
  title: 'A canary must differ from the stage it shadows',
  severity: 'warning',
  on: ['AWS::ApiGateway::Stage'],
  why: 'Both parts of the traffic get the same, so the canary shows nothing.',
  fix: 'Name another deployment in CanarySetting, or override stage variables there.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html',
      fact: 'A canary is another deployment of the same stage, or overrides stage variables.',
    },
  ],
  notes: ['000:560', '002:1645', '002:1646', '002:1647', '002:1648', '002:1649', '002:2270', '004:356'],
  messages: { same: 'The canary has the deployment of the stage itself and overrides no variables; name another deployment.' },
  check(stage, { report }) {
    if (stage.facts('CanarySetting.StageVariableOverrides').some(({ state }) => state !== 'absent')) return
    for (const canary of stage.items('CanarySetting')) {
      for (const one of targetsOf(stage.template, canary, 'DeploymentId')) {
        for (const own of targetsOf(stage.template, stage, 'DeploymentId')) {
          const when = jointly(one.when, own.when)
          if (one.key === own.key && when) report({ node: one.node, when }, 'same')
        }
      }
    }
  },
})
