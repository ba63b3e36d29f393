import { defineRule, number, string, together } from '#rule'

export default defineRule({
  id: 'ecs/host-port-mismatch',
  title: 'HostPort must equal ContainerPort in awsvpc and host mode',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'ECS rejects the task definition: the container has the address of the host or of its own network interface.',
  fix: 'Remove HostPort, or make it equal to ContainerPort.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-portmapping.html',
      fact: 'In the network modes awsvpc and host the port of the host is that of the container.',
    },
  ],
  notes: ['000:201', '001:349', '001:350', '001:351', '002:1548', '002:1561'],
  cfnLint: ['E3053'],
  messages: { differ: 'HostPort is {host}, but in network mode {mode} it must equal ContainerPort, {container}.' },
  check(task, { report }) {
    for (const mode of task.known('NetworkMode', string).filter(({ value }) => value === 'awsvpc' || value === 'host')) {
      for (const mapping of task.under(mode.when).items('ContainerDefinitions.*.PortMappings')) {
        for (const [host, container] of together(mapping.known('HostPort', number), mapping.known('ContainerPort', number))) {
          if (host.value === container.value || (mode.value === 'host' && host.value === 0)) continue
          report(host, 'differ', { host: host.value, container: container.value, mode: mode.value })
        }
      }
    }
  },
})
