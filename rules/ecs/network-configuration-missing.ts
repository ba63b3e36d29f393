import { both, canHold, defineRule, string, tasksOf } from '#rule'

export default defineRule({
  id: 'ecs/network-configuration-missing',
  title: 'An awsvpc service needs a NetworkConfiguration',
  severity: 'error',
  on: ['AWS::ECS::Service'],
  why: 'ECS rejects the service: "Network Configuration must be provided when networkMode \'awsvpc\' is specified".',
  fix: 'Give NetworkConfiguration.AwsvpcConfiguration with the subnets.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html',
      fact: 'A task definition with the network mode awsvpc requires it; Fargate knows no other mode.',
    },
  ],
  notes: ['001:909', '001:915', '001:916', '001:917'],
  cfnLint: ['E3052'],
  messages: {
    fargate: 'A service on Fargate needs NetworkConfiguration.AwsvpcConfiguration, which is not set.',
    mode: '{id} has the network mode awsvpc, so the service needs NetworkConfiguration.AwsvpcConfiguration, which is not set.',
  },
  check(service, { report }) {
    // Task sets of other controllers carry it themselves.
    if (service.known('DeploymentController.Type', string).some(({ value }) => value === 'EXTERNAL')) return
    for (const absent of service.absent('NetworkConfiguration.AwsvpcConfiguration')) {
      const here = service.under(absent.when)
      const fargate = here.known('LaunchType', string).find(({ value }) => value === 'FARGATE')
      const definition = tasksOf(service).find(
        ({ when, resource: task }) =>
          canHold(both(when, absent.when)) && task.known('NetworkMode', string).some(({ value }) => value === 'awsvpc'),
      )
      if (fargate) report({ node: absent.node, when: fargate.when }, 'fargate')
      else if (definition) report({ node: absent.node, when: both(definition.when, absent.when) }, 'mode', { id: definition.resource.id })
    }
  },
})
