import { defineRule } from '#rule'
import { endingAt } from './_lifecycle.ts'

export default defineRule({
  id: 'template/frozen-resource-type',
  title: 'Resource type belongs to a service closed to new customers',
  severity: 'info',
  on: ['*'],
  why: 'An account that has never used the service cannot create the resource, and the service gets nothing new.',
  fix: 'Build new things with the service that the message names.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/general/latest/gr/maintenance_services.html',
      fact: 'Services in maintenance take no new customers; who uses them can go on.',
    },
    {
      url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html',
      fact: 'New accounts cannot create launch configurations.',
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
    '004:432',
    '004:440',
  ],
  cfnLint: ['W3697'],
  messages: { frozen: '{type} belongs to a service that takes no new customers; new accounts need {instead}.' },
  check(resource, { report }) {
    const end = endingAt(resource, 'closed')
    if (end) report(end.place, 'frozen', { type: resource.type, instead: end.row.instead })
  },
})
