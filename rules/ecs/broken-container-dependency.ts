import { both, canHold, closest, containersOf, defineRule, someOf, string } from '#rule'

export default defineRule({
  id: 'ecs/broken-container-dependency',
  title: 'Container dependencies must exist and form no cycle',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'ECS rejects the task definition, or its tasks never start.',
  fix: 'Name a container of the same task definition, other than itself, and give it a HealthCheck where it has to be HEALTHY.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-containerdependency.html',
      fact: 'A container waits for another one of the task: until it has started, is healthy (which needs a health check), or has ended, which an essential container may not.',
    },
  ],
  notes: ['002:1549'],
  messages: {
    unknown: 'This task has no container "{name}"; use {names}{hint}.',
    itself: 'Container {name} waits for itself; name another one.',
    healthy: '{name} has no HealthCheck, so it never becomes HEALTHY; add one, or wait for START.',
  },
  check(task, { report }) {
    const containers = containersOf(task)
    if (!containers) return
    const names = [...new Set(containers.map(({ name }) => name))]
    for (const container of containers) {
      for (const item of container.properties.items('DependsOn')) {
        for (const fact of item.known('ContainerName', string)) {
          const targets = containers.filter(({ name }) => name === fact.value)
          const others = names.filter((name) => name !== container.name)
          const near = closest(fact.value, others)
          const hint = near ? ` (did you mean ${near}?)` : ''
          if (fact.value === container.name) report(fact, 'itself', { name: fact.value })
          else if (targets.length === 0)
            report(fact, 'unknown', { name: fact.value, names: someOf(others.length > 0 ? others : names, 'or'), hint })
          for (const wanted of item.known('Condition', string).filter(({ value }) => value === 'HEALTHY')) {
            for (const absent of targets.length === 1 && targets[0] ? targets[0].properties.absent('HealthCheck') : []) {
              const when = both(both(wanted.when, fact.when), absent.when)
              if (canHold(when)) report({ node: wanted.node, when }, 'healthy', { name: fact.value })
            }
          }
        }
      }
    }
  },
})
