import { defineRule, since } from '#rule'
import { endingAt } from './_lifecycle.ts'

export default defineRule({
  id: 'template/retiring-resource-type',
  title: 'Resource type belongs to a service with an announced end',
  severity: 'warning',
  on: ['*'],
  why: 'What is built upon it now has to be moved soon.',
  fix: 'Move to the service that the message names before the end.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/general/latest/gr/sunset_services.html',
      fact: 'AWS announces the end of support of a service about a year before it is shut down.',
    },
  ],
  notes: ['002:1052', '002:1091', '002:1093', '002:1200', '002:1225', '002:1227', '002:1229', '002:2151', '002:2390'],
  cfnLint: ['W3696'],
  messages: { retiring: '{type} belongs to a service that is being shut down{since}; move to {instead}.' },
  check(resource, { report }) {
    const end = endingAt(resource, 'ending')
    if (end) report(end.place, 'retiring', { type: resource.type, since: since(end.row, 'on'), instead: end.row.instead })
  },
})
