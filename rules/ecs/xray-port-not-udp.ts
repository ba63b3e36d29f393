import { both, canHold, defineRule, number, string } from '#rule'

export default defineRule({
  id: 'ecs/xray-port-not-udp',
  title: 'The X-Ray daemon listens on UDP',
  severity: 'warning',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'The daemon listens on UDP, and nothing reaches it by TCP.',
  fix: 'Set Protocol to udp.',
  sources: [
    { url: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ecs.html', fact: 'The daemon takes segments on port 2000, UDP.' },
  ],
  notes: ['001:1017', '001:1030', '001:1031', '001:1032', '001:1033'],
  messages: {
    tcp: 'The X-Ray daemon listens on UDP 2000, but this maps TCP; set its Protocol to udp.',
  },
  check(task, { report }) {
    for (const container of task.items('ContainerDefinitions')) {
      if (!container.known('Image', string).some(({ value }) => /aws-xray-daemon/.test(value))) continue
      for (const mapping of container.items('PortMappings')) {
        for (const port of mapping.known('ContainerPort', number).filter(({ value }) => value === 2000)) {
          for (const protocol of mapping.possible('Protocol', string)) {
            const isTcp = protocol.state === 'absent' || (protocol.state === 'known' && protocol.value === 'tcp')
            const when = both(port.when, protocol.when)
            if (isTcp && canHold(when)) report({ node: port.node, when }, 'tcp')
          }
        }
      }
    }
  },
})
