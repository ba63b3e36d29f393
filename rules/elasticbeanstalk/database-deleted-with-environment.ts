import { defineRule, string } from '#rule'
import { isComplete, optionsOf } from './_options.ts'

export default defineRule({
  id: 'elasticbeanstalk/database-deleted-with-environment',
  title: 'Database is deleted together with its environment',
  severity: 'warning',
  on: ['AWS::ElasticBeanstalk::Environment', 'AWS::ElasticBeanstalk::ConfigurationTemplate'],
  why: 'All data is gone when the environment is terminated or rebuilt.',
  fix: 'Set DBDeletionPolicy to Snapshot or Retain, or keep the database outside the environment.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
      fact: 'DBDeletionPolicy says whether a database is deleted, kept or saved as a snapshot with its environment; it deletes unless it says so.',
    },
    {
      url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.managing.db.html',
      fact: 'A coupled database shares the life of its environment; the deletion policy decides what becomes of it.',
    },
  ],
  notes: ['001:261', '001:433', '001:435', '002:1503', '003:272'],
  messages: {
    deleted: 'DBDeletionPolicy Delete throws the data away with the environment; use Snapshot or Retain.',
    unsaid: 'This database is deleted with its environment; set the option DBDeletionPolicy to Snapshot or Retain.',
  },
  check(environment, { report }) {
    const options = optionsOf(environment)
    const database = options.filter(
      ({ namespace, name }) => namespace.value === 'aws:rds:dbinstance' && name.value !== 'HasCoupledDatabase',
    )
    const policies = database.filter(({ name }) => name.value === 'DBDeletionPolicy')
    for (const { properties } of policies)
      for (const policy of properties.known('Value', string)) if (policy.value === 'Delete') report(policy, 'deleted')
    const [first] = database
    if (first && policies.length === 0 && isComplete(environment)) report(first.namespace, 'unsaid')
  },
})
