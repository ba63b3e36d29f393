import { atKey, defineRule } from '#rule'

export default defineRule({
  id: 'secretsmanager/hosted-rotation-without-transform',
  title: 'HostedRotationLambda needs the SecretsManager transform',
  severity: 'error',
  on: ['AWS::SecretsManager::RotationSchedule'],
  why: 'CloudFormation passes HostedRotationLambda on without making the function, and the deployment fails.',
  fix: 'Add Transform: AWS::SecretsManager-2024-09-16 at the top of the template.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-rotationschedule-hostedrotationlambda.html',
      fact: 'The transform AWS::SecretsManager-2024-09-16 (or the older one of 2020) makes the function of it.',
    },
  ],
  notes: ['000:287', '002:2018', '002:2021', '002:2027'],
  messages: {
    missing:
      'HostedRotationLambda needs the transform AWS::SecretsManager-2024-09-16, which the template does not have; add it to Transform.',
  },
  check(schedule, { report }) {
    const { template } = schedule
    if (template.isRewritten || template.transforms.some(({ text }) => text.startsWith('AWS::SecretsManager-'))) return
    for (const hosted of schedule.present('HostedRotationLambda')) report(atKey(hosted), 'missing')
  },
})
