import { defineRule } from '#rule'

export default defineRule({
  id: 'ecs/container-memory-missing',
  title: 'A container needs memory unless the task has it',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'ECS cannot place the task and rejects its definition.',
  fix: 'Give the container Memory or MemoryReservation, or the task Memory.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-containerdefinition.html',
      fact: 'A container has a hard or a soft limit of memory unless the task as a whole has one.',
    },
  ],
  notes: ['000:194', '000:195', '002:1545', '002:1548'],
  messages: { missing: 'The container has neither Memory nor MemoryReservation, and the task has no Memory; give one of them.' },
  check(task, { report }) {
    for (const { when } of task.absent('Memory')) {
      for (const container of task.under(when).items('ContainerDefinitions')) {
        for (const soft of container.absent('MemoryReservation')) {
          for (const hard of container.under(soft.when).absent('Memory')) report(hard, 'missing')
        }
      }
    }
  },
})
