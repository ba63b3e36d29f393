import { both, canHold, defineRule, registrationsOf, string, tasksOf } from '#rule'

export default defineRule({
  id: 'ecs/target-group-type-mismatch',
  title: 'awsvpc tasks need ip targets, other tasks instance targets',
  severity: 'error',
  on: ['AWS::ECS::Service'],
  why: 'ECS rejects the service: the target type of the group is incompatible with the network mode of the task definition.',
  fix: 'Use TargetType ip for tasks in the network mode awsvpc, instance for the others.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-loadbalancer.html',
      fact: 'Tasks of the network mode awsvpc, those of Fargate among them, need the target type ip, because they have a network interface of their own.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html',
      fact: 'Tasks of other modes are registered by their instance and port.',
    },
  ],
  notes: ['000:201', '000:395', '002:1548', '002:1561'],
  messages: {
    mismatch: '{task} has the network mode {mode}, which needs a target group with the TargetType {wanted}; {group} has {type}.',
  },
  check(service, { report }) {
    for (const { resource: task, when } of tasksOf(service)) {
      // A mode that Fargate cannot have is another mistake.
      const isFargate = [...task.known('RequiresCompatibilities.*', string), ...service.known('LaunchType', string)].some(
        ({ value }) => value === 'FARGATE',
      )
      for (const mode of task.under(both(task.when, when)).possible('NetworkMode', string)) {
        if (mode.state === 'unknown' || (mode.state === 'absent' && isFargate)) continue
        const name = mode.state === 'known' ? mode.value : 'bridge'
        const wanted = name === 'awsvpc' ? 'ip' : 'instance'
        if (!['awsvpc', 'bridge', 'host'].includes(name) || (isFargate && wanted !== 'ip')) continue
        for (const { resource: group, node, when: under } of registrationsOf(service).flatMap(({ groups }) => groups)) {
          for (const type of group.possible('TargetType', string)) {
            const joint = both(both(mode.when, under), type.when)
            if (type.state === 'unknown' || !canHold(joint)) continue
            const has = type.state === 'known' ? type.value : 'instance'
            if (!['ip', 'instance'].includes(has) || has === wanted) continue
            const related = [{ node: type.node, message: 'the target group' }]
            report({ node, when: joint, related }, 'mismatch', { task: task.id, mode: name, wanted, group: group.id, type: has })
          }
        }
      }
    }
  },
})
