import { atKey, boolean, type Check, defineRule, where } from '#rule'

const AURORA = ['aurora-mysql', 'aurora-postgresql']
const OF_CLUSTER = [
  'BackupRetentionPeriod',
  'DeletionProtection',
  'EnableIAMDatabaseAuthentication',
  'MasterUserPassword',
  'PreferredBackupWindow',
]

/** What is switched off is as it was not set. */
const settings: Check = {
  paths: [...OF_CLUSTER, 'MultiAZ'],
  messages: { setting: '{name} belongs to the cluster of an Aurora instance; move it to the DBCluster.' },
  run({ target, report }) {
    for (const name of OF_CLUSTER) {
      for (const fact of target.present(name)) {
        const isOff = fact.state === 'known' && boolean.read(fact.value) === false
        if (!isOff) report(atKey(fact), 'setting', { name })
      }
    }
    for (const fact of target.known('MultiAZ', boolean)) if (fact.value) report(fact, 'setting', { name: 'MultiAZ' })
  },
}

export default defineRule({
  id: 'rds/cluster-setting-on-instance',
  title: 'Aurora instances must leave cluster settings to the cluster',
  severity: 'error',
  on: ['AWS::RDS::DBInstance'],
  why: 'RDS rejects the instance ("will be a member of a DB Cluster. Set backup retention period for the DB Cluster").',
  fix: 'Move the setting to the DBCluster.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      fact: 'For Aurora these properties do not apply to instances; the cluster has them.',
    },
    {
      url: 'https://github.com/ansible-collections/community.aws/issues/850',
      fact: 'The error that CreateDBInstance gives for a password.',
    },
    {
      url: 'https://github.com/hashicorp/terraform-provider-aws/pull/6009',
      fact: 'The error that it gives for deletion protection, which clusters alone have.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
      fact: 'Backups, their window, the password and IAM authentication are managed by the cluster; MultiAZ is not for Aurora.',
    },
  ],
  notes: [
    '000:665',
    '000:666',
    '000:667',
    '000:668',
    '000:670',
    '001:451',
    '001:452',
    '001:453',
    '001:457',
    '001:989',
    '001:991',
    '001:992',
    '002:763',
    '002:771',
    '002:836',
    '002:838',
    '002:840',
    '002:843',
    '002:847',
    '002:848',
    '002:849',
    '002:967',
    '002:2189',
    '002:2197',
    '002:2199',
    '002:2201',
    '002:2202',
    '003:130',
    '004:119',
  ],
  cfnLint: ['E3682'],
  check: where('Engine', AURORA, settings),
})
