import { boolean, defineRule, list } from '#rule'

export default defineRule({
  id: 'ecs/no-essential-container',
  title: 'One container of a task must be essential',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'ECS rejects the task definition: the task would never end.',
  fix: 'Leave Essential out of the container whose end is the end of the task, or set it to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-containerdefinition.html',
      fact: 'At least one container of a task is essential.',
    },
  ],
  notes: ['001:887', '001:889', '001:890', '002:1549'],
  cfnLint: ['E3042'],
  messages: { none: 'No container is essential; the one whose end ends the task must be.' },
  check(task, { report }) {
    for (const { value, node, when } of task.known('ContainerDefinitions', list)) {
      const containers = value.map((item) =>
        task
          .under(when)
          .items('ContainerDefinitions')
          .filter((one) => one.node === item),
      )
      // An item that a function makes can be essential.
      if (value.length === 0 || containers.some((found) => found.length !== 1)) continue
      const all = containers.flat().map((container) => container.known('Essential', boolean).filter((one) => !one.value))
      if (all.every((found) => found.length === 1 && found[0]?.when === when)) report({ node, when }, 'none')
    }
  },
})
