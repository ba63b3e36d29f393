import { both, canHold, closest, containersOf, defineRule, isMapped, number, registrationsOf, someOf, string, tasksOf } from '#rule'

export default defineRule({
  id: 'ecs/load-balancer-container-mismatch',
  title: 'The service must route to a container port that exists',
  severity: 'error',
  on: ['AWS::ECS::Service'],
  why: 'ECS rejects the service: "The container web does not exist in the task definition", or did not have that port defined.',
  fix: 'Name a container of the task definition and a port of its PortMappings.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-loadbalancer.html',
      fact: 'ContainerName and ContainerPort are as in the container definitions; the port is one of the mappings of the container.',
    },
  ],
  notes: ['000:201', '000:395', '001:349', '001:350', '001:351', '002:1209', '002:1555', '002:1557', '002:1561'],
  messages: {
    name: '{task} has no container "{name}"; use {names}{hint}.',
    port: 'Container {name} of {task} does not map the port {port}; use one of its ports, or add it to PortMappings.',
  },
  check(service, { report }) {
    for (const { resource: task, when } of tasksOf(service)) {
      const containers = containersOf(task)
      if (!containers || containers.length === 0) continue
      for (const { properties } of registrationsOf(service)) {
        for (const fact of properties.under(both(properties.when, when)).known('ContainerName', string)) {
          const own = containers.filter(({ name }) => name === fact.value)
          const names = [...new Set(containers.map(({ name }) => name))]
          const near = closest(fact.value, names)
          if (own.length === 0 && canHold(fact.when)) {
            const hint = near ? ` (did you mean ${near}?)` : ''
            report(fact, 'name', { task: task.id, name: fact.value, names: someOf(names, 'or'), hint })
          }
          for (const port of own.length > 0 ? properties.under(fact.when).known('ContainerPort', number) : []) {
            const isMissing = own.every((one) => isMapped(one.properties, port.value, port.when) === false)
            if (isMissing && canHold(port.when)) report(port, 'port', { name: fact.value, task: task.id, port: port.value })
          }
        }
      }
    }
  },
})
