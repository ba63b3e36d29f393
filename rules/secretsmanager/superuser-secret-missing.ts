import { both, canHold, defineRule, string } from '#rule'

export default defineRule({
  id: 'secretsmanager/superuser-secret-missing',
  title: 'Alternating-user rotation needs a superuser secret',
  severity: 'error',
  on: ['AWS::SecretsManager::RotationSchedule'],
  why: 'The function cannot log in as a superuser to change the other user, and the rotation fails.',
  fix: 'Give SuperuserSecretArn, or use the single-user rotation.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-rotationschedule-hostedrotationlambda.html',
      fact: 'The strategy of alternating users needs the ARN of the secret with the superuser.',
    },
  ],
  notes: ['000:287', '004:428'],
  messages: {
    missing: 'RotationType {type} needs SuperuserSecretArn, which is not set.',
  },
  check(schedule, { report }) {
    for (const hosted of schedule.items('HostedRotationLambda')) {
      if (hosted.present('MasterSecretArn').length > 0) continue
      for (const type of hosted.known('RotationType', string).filter(({ value }) => value.endsWith('MultiUser'))) {
        for (const absent of hosted.absent('SuperuserSecretArn')) {
          const when = both(type.when, absent.when)
          if (canHold(when)) report({ node: type.node, when }, 'missing', { type: type.value })
        }
      }
    }
  },
})
