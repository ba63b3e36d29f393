import { both, defineRule, present, string } from '#rule'

export default defineRule({
  id: 'ecs/efs-root-with-access-point',
  title: 'RootDirectory must be / or absent with an access point',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'ECS rejects the task definition.',
  fix: 'Remove RootDirectory: the access point has a root of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-efsvolumeconfiguration.html',
      fact: 'With an access point the root directory must be left out or be /.',
    },
  ],
  notes: ['001:882', '001:883', '001:885', '001:886', '001:889'],
  messages: { both: 'RootDirectory is "{path}", but the access point decides the root; remove RootDirectory.' },
  check(task, { report }) {
    for (const volume of task.items('Volumes.*.EFSVolumeConfiguration')) {
      for (const root of volume.known('RootDirectory', string).filter(({ value }) => value !== '/')) {
        for (const { when } of present(volume.under(root.when), 'AuthorizationConfig.AccessPointId')) {
          report({ node: root.node, when: both(root.when, when) }, 'both', { path: root.value })
        }
      }
    }
  },
})
