import { defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'kms/rotation-period-without-rotation',
  title: 'A rotation period needs rotation switched on',
  severity: 'warning',
  on: ['AWS::KMS::Key'],
  why: 'The key does not rotate, whatever the period.',
  fix: 'Set EnableKeyRotation to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-enable.html',
      fact: 'A period is a setting of automatic rotation.',
    },
  ],
  notes: ['002:671'],
  check: where(
    'EnableKeyRotation',
    ['false'],
    forbid('{name} has no effect while EnableKeyRotation is not true; set it to true.', 'RotationPeriodInDays'),
    { orAbsent: true },
  ),
})
