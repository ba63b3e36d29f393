import { defineRule, oneOf } from '#rule'

const ENGINES = ['Db2', 'MariaDB', 'MongoDB', 'MySQL', 'Oracle', 'PostgreSQL', 'Redshift', 'SQLServer']

export default defineRule({
  id: 'secretsmanager/unknown-rotation-type',
  title: 'A hosted rotation type is an engine with single or multi user',
  severity: 'error',
  on: ['AWS::SecretsManager::RotationSchedule'],
  why: 'The transform does not know the function to make, and the deployment fails.',
  fix: 'Use the engine with SingleUser or MultiUser.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-rotationschedule-hostedrotationlambda.html',
      fact: 'The types are an engine (Db2, MySQL, PostgreSQL, Oracle, MariaDB, SQLServer, Redshift, MongoDB) with SingleUser or MultiUser.',
    },
  ],
  notes: ['000:287', '004:428'],
  check: oneOf(
    'HostedRotationLambda.RotationType',
    ENGINES.flatMap((engine) => [`${engine}SingleUser`, `${engine}MultiUser`]),
  ),
})
