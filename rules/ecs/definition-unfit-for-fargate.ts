import { both, canHold, defineRule, string, tasksOf } from '#rule'

export default defineRule({
  id: 'ecs/definition-unfit-for-fargate',
  title: 'A service on Fargate needs a task definition that Fargate can run',
  severity: 'error',
  on: ['AWS::ECS::Service'],
  why: 'ECS rejects the service: "Task definition does not support launch_type FARGATE".',
  fix: 'Set NetworkMode to awsvpc, give Cpu and Memory, and list FARGATE in RequiresCompatibilities.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
      fact: 'Fargate runs task definitions with the network mode awsvpc only.',
    },
  ],
  cfnLint: ['E3054'],
  messages: {
    unfit: 'Service {id} runs this on Fargate, which needs the network mode awsvpc instead of {mode}.',
  },
  check(service, { report }) {
    for (const launch of service.known('LaunchType', string).filter(({ value }) => value === 'FARGATE')) {
      for (const { resource: task, when } of tasksOf(service)) {
        const here = task.under(both(launch.when, when))
        for (const mode of here.possible('NetworkMode', string)) {
          if (mode.state === 'unknown' || (mode.state === 'known' && mode.value === 'awsvpc') || !canHold(mode.when)) continue
          const place = here.facts('RequiresCompatibilities').find(({ state }) => state === 'known') ?? mode
          const name = mode.state === 'known' ? mode.value : 'bridge'
          if (place.state !== 'unknown') report({ node: place.node, when: mode.when }, 'unfit', { id: service.id, mode: name })
        }
      }
    }
  },
})
