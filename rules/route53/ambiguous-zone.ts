import { atKey, both, canHold, defineRule, present, RECORD_TYPES, recordsIn } from '#rule'

export default defineRule({
  id: 'route53/ambiguous-zone',
  title: 'A record names its zone by ID or by name',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'CloudFormation rejects the record.',
  fix: 'Keep one of HostedZoneId and HostedZoneName; the ID is certain where two zones have one name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html',
      fact: 'Either the ID or the name of the zone is given, not both.',
    },
  ],
  notes: ['001:767', '001:768'],
  messages: {
    both: 'HostedZoneName cannot stand beside HostedZoneId; remove one of them.',
    none: 'Neither HostedZoneId nor HostedZoneName is set; one of them is needed.',
  },
  check(resource, { report }) {
    for (const id of present(resource, 'HostedZoneId')) {
      for (const name of present(resource, 'HostedZoneName')) {
        const when = both(id.when, name.when)
        if (canHold(when)) report(atKey(name, when), 'both')
      }
    }
    const isInside = resource.type.endsWith('Group') && recordsIn(resource).some(({ zoned }) => zoned !== resource)
    for (const id of isInside ? [] : resource.absent('HostedZoneId')) {
      for (const name of resource.absent('HostedZoneName')) {
        const when = both(id.when, name.when)
        if (canHold(when)) report({ node: resource.key, when }, 'none')
      }
    }
  },
})
