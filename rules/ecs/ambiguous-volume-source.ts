import { defineRule, each, exclusive } from '#rule'

export default defineRule({
  id: 'ecs/ambiguous-volume-source',
  title: 'A volume has at most one source',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'ECS rejects a task definition whose volume could be two things.',
  fix: 'Keep the one source that the volume has; use two volumes for two sources.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-volume.html',
      fact: 'A volume is on the host, made by Docker, or on one of the file systems of AWS.',
    },
  ],
  notes: ['001:882', '001:883', '001:885', '001:886', '001:889'],
  check: each(
    'Volumes',
    exclusive(
      'Host',
      'DockerVolumeConfiguration',
      'EFSVolumeConfiguration',
      'FSxWindowsFileServerVolumeConfiguration',
      'S3FilesVolumeConfiguration',
    ),
  ),
})
