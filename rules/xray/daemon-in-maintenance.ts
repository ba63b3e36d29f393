import { defineRule, string } from '#rule'

export default defineRule({
  id: 'xray/daemon-in-maintenance',
  title: 'The X-Ray daemon is in maintenance mode',
  severity: 'info',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'The daemon gets security fixes only, and later none.',
  fix: 'Use the CloudWatch agent or a collector of OpenTelemetry.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon.html',
      fact: 'Since 25 February 2026 the SDKs and the daemon of X-Ray are in maintenance mode; OpenTelemetry takes their place.',
    },
  ],
  notes: ['001:1017', '001:1030', '001:1031', '001:1032', '001:1033'],
  messages: {
    daemon: 'The X-Ray daemon is in maintenance mode; use the CloudWatch agent or a collector of OpenTelemetry.',
  },
  check(task, { report }) {
    for (const image of task.known('ContainerDefinitions.*.Image', string)) {
      if (/(^|\/)(aws-)?xray-daemon(:|@|$)/.test(image.value)) report(image, 'daemon')
    }
  },
})
