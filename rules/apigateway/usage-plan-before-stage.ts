import { apisOf, defineRule, jointly, string, targetsOf, waitsFor } from '#rule'

export default defineRule({
  id: 'apigateway/usage-plan-before-stage',
  title: 'A usage plan must wait for the stage it names by literal',
  severity: 'error',
  on: ['AWS::ApiGateway::UsagePlan'],
  why: 'CloudFormation may make the plan first, and API Gateway does not find the stage.',
  fix: 'Refer to the stage with Ref, or name it in DependsOn.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-usageplan-apistage.html',
      fact: 'A usage plan names an API and a stage of it, which are there when it is made.',
    },
  ],
  notes: ['004:350'],
  messages: { early: 'The plan does not wait for {stage}, which makes the stage "{name}"; refer to it with Ref, or add DependsOn.' },
  check(plan, { report }) {
    const { template } = plan
    if (template.isRewritten) return
    const waits = waitsFor(template, plan.id)
    const makers = template.resourcesOf('AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment')
    for (const stage of plan.items('ApiStages')) {
      for (const name of stage.known('Stage', string)) {
        for (const api of targetsOf(template, stage, 'ApiId')) {
          const made = makers.filter(
            (maker) =>
              apisOf(maker).some(({ key }) => key === api.key) &&
              maker.known('StageName', string).some(({ value }) => value === name.value),
          )
          const [first] = made
          if (!first || made.some(({ id }) => waits.has(id))) continue
          const when = jointly(name.when, api.when, first.when)
          if (when) report({ node: name.node, when }, 'early', { stage: first.id, name: name.value })
        }
      }
    }
  },
})
