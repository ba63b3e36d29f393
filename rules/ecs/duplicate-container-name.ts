import { both, defineRule, string, together } from '#rule'

export default defineRule({
  id: 'ecs/duplicate-container-name',
  title: 'Container names must be unique within a task',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'ECS rejects the task definition.',
  fix: 'Give each container a name of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-containerdefinition.html',
      fact: 'The name of a container is unique within the task.',
    },
  ],
  notes: ['000:194', '000:195', '001:887', '001:889', '001:890', '002:1545', '002:1548'],
  messages: { duplicate: 'Two containers are called "{name}"; give each a name of its own.' },
  check(task, { report }) {
    const names = task.known('ContainerDefinitions.*.Name', string)
    names.forEach((name, i) => {
      for (const [other] of together(names.slice(0, i), [name])) {
        if (other.value === name.value) report({ node: name.node, when: both(other.when, name.when) }, 'duplicate', { name: name.value })
      }
    })
  },
})
