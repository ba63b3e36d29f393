import { defineRule, present, string } from '#rule'

export default defineRule({
  id: 'ecs/unencrypted-efs-transit',
  title: 'EFS with IAM or an access point needs transit encryption',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'ECS rejects the task definition.',
  fix: 'Set TransitEncryption to ENABLED.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-efsvolumeconfiguration.html',
      fact: 'IAM authorization and access points need encryption in transit, which is off unless it is asked for.',
    },
  ],
  notes: ['001:882', '001:883', '001:885', '001:886', '001:889'],
  messages: {
    missing: 'IAM authorization and access points need TransitEncryption, which is not set; set it to ENABLED.',
    off: 'TransitEncryption is DISABLED; IAM authorization and access points need it ENABLED.',
  },
  check(task, { report }) {
    for (const volume of task.items('Volumes.*.EFSVolumeConfiguration')) {
      const reasons = [
        ...volume.known('AuthorizationConfig.IAM', string).filter(({ value }) => value === 'ENABLED'),
        ...present(volume, 'AuthorizationConfig.AccessPointId'),
      ]
      for (const { when } of reasons) {
        const here = volume.under(when)
        for (const absent of here.absent('TransitEncryption')) report(absent, 'missing')
        for (const off of here.known('TransitEncryption', string)) if (off.value === 'DISABLED') report(off, 'off')
      }
    }
  },
})
