import { boolean, defineRule } from '#rule'

export default defineRule({
  id: 'dms/public-replication-instance',
  title: 'A replication instance should not be public',
  severity: 'warning',
  on: ['AWS::DMS::ReplicationInstance'],
  why: 'The instance, which reads whole databases, has a public address.',
  fix: 'Set PubliclyAccessible to false.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html',
      fact: 'DMS.1 wants replication instances not to be public.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dms-replicationinstance.html',
      fact: 'PubliclyAccessible is true by default.',
    },
  ],
  notes: ['002:736', '002:740', '002:744', '002:2466'],
  messages: {
    on: 'PubliclyAccessible is true: the instance gets a public address; set it to false.',
    missing: 'PubliclyAccessible is not set, and the instance gets a public address; set it to false.',
  },
  check(target, { report }) {
    for (const fact of target.known('PubliclyAccessible', boolean)) if (fact.value) report(fact, 'on')
    for (const absent of target.absent('PubliclyAccessible')) report(absent, 'missing')
  },
})
