import { closest, defineRule, string } from '#rule'

export default defineRule({
  id: 'ecs/undeclared-volume',
  title: 'A mount point must name a declared volume',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'ECS rejects the task definition.',
  fix: 'Declare the volume in Volumes, or correct the name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-mountpoint.html',
      fact: 'SourceVolume is the name of a volume of the task.',
    },
  ],
  notes: ['001:882', '001:883', '001:885', '001:886', '001:889', '002:1549', '003:466'],
  messages: {
    undeclared: 'There is no volume "{name}" in Volumes; declare it.',
    misspelt: 'There is no volume "{name}" in Volumes; did you mean "{near}"?',
  },
  check(task, { report }) {
    const declared = task.facts('Volumes.*.Name').filter(({ state }) => state !== 'absent')
    if (declared.some(({ state }) => state === 'unknown')) return
    const names = task.known('Volumes.*.Name', string)
    for (const use of task.known('ContainerDefinitions.*.MountPoints.*.SourceVolume', string)) {
      if (names.some((name) => name.value === use.value)) continue
      const near = closest(
        use.value,
        names.map(({ value }) => value),
      )
      if (near) report(use, 'misspelt', { name: use.value, near })
      else report(use, 'undeclared', { name: use.value })
    }
  },
})
