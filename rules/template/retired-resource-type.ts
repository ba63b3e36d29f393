import { defineRule, since } from '#rule'
import { endingAt } from './_lifecycle.ts'

export default defineRule({
  id: 'template/retired-resource-type',
  title: 'Resource type belongs to a service that has been shut down',
  severity: 'error',
  on: ['*'],
  why: 'The service is gone; the resource cannot be created any more.',
  fix: 'Move to the service that the message names.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/general/latest/gr/full_shutdown_services.html',
      fact: 'AWS lists services with the day on which they are shut down.',
    },
    {
      url: 'https://github.com/aws-cloudformation/cfn-lint',
      fact: 'The linter of AWS keeps the same list by resource type.',
    },
  ],
  notes: [
    '001:500',
    '001:1188',
    '001:1189',
    '002:1052',
    '002:1091',
    '002:1093',
    '002:1200',
    '002:1225',
    '002:1227',
    '002:1229',
    '002:2151',
    '002:2390',
  ],
  cfnLint: ['E3710'],
  messages: { retired: '{type} belongs to a service that was shut down{since}; use {instead}.' },
  check(resource, { report }) {
    const end = endingAt(resource, 'ended')
    if (end) report(end.place, 'retired', { type: resource.type, since: since(end.row, 'on'), instead: end.row.instead })
  },
})
