import { defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'rds/zone-with-multi-az',
  title: 'A Multi-AZ database cannot choose its zone',
  severity: 'error',
  on: ['AWS::RDS::DBInstance'],
  why: 'RDS rejects the instance.',
  fix: 'Remove AvailabilityZone, or set MultiAZ to false.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      fact: 'AvailabilityZone cannot be given for a Multi-AZ instance.',
    },
  ],
  notes: ['001:453', '001:457', '002:763', '002:771', '002:836', '002:2189', '002:2199', '003:130'],
  check: where('MultiAZ', ['true'], forbid('A Multi-AZ instance cannot choose its {name}; remove it.', 'AvailabilityZone')),
})
