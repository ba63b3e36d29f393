import { defineRule, string } from '#rule'

import { onFargate } from './_fargate.ts'

export default defineRule({
  id: 'ecs/awslogs-option-missing',
  title: 'The awslogs driver needs group, Region and, on Fargate, a prefix',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'The task definition is rejected, or its tasks fail to start because the log driver has nowhere to write.',
  fix: 'Give awslogs-group, awslogs-region and, on Fargate, awslogs-stream-prefix.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html',
      fact: 'The awslogs driver needs a group and a Region; on Fargate it needs a prefix for its streams as well.',
    },
  ],
  notes: ['000:210', '001:904', '001:905', '001:906', '001:921', '002:1553', '002:1862'],
  cfnLint: ['E3046'],
  messages: {
    missing: 'The awslogs driver needs the option {name}, which is not set.',
    prefix: 'The awslogs driver needs the option awslogs-stream-prefix on Fargate.',
  },
  check(task, { report }) {
    for (const log of task.items('ContainerDefinitions.*.LogConfiguration')) {
      for (const { when } of log.known('LogDriver', string).filter(({ value }) => value === 'awslogs')) {
        const here = log.under(when)
        for (const name of ['awslogs-group', 'awslogs-region']) {
          for (const absent of here.absent(`Options.${name}`)) report(absent, 'missing', { name })
        }
        for (const fargate of onFargate(task)) {
          for (const absent of here.under(fargate.when).absent('Options.awslogs-stream-prefix')) report(absent, 'prefix')
        }
      }
    }
  },
})
