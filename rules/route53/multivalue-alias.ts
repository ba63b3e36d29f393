import { boolean, canHold, defineRule, present, RECORD_TYPES, recordsIn, string } from '#rule'

export default defineRule({
  id: 'route53/multivalue-alias',
  title: 'Multivalue answers are for records with values of their own',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the record.',
  fix: 'Remove MultiValueAnswer, or give values instead of the alias target.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
      fact: 'Alias records cannot have multivalue answers, nor can records of the types CNAME and NS.',
    },
  ],
  notes: ['002:1143', '002:2301', '002:2303'],
  messages: {
    alias: 'MultiValueAnswer cannot be true for an alias record; remove it.',
    type: 'MultiValueAnswer cannot be true for the type {type}; remove it.',
  },
  check(resource, { report }) {
    for (const { properties } of recordsIn(resource)) {
      for (const flag of properties.known('MultiValueAnswer', boolean)) {
        if (!flag.value) continue
        const here = properties.under(flag.when)
        for (const { when } of present(here, 'AliasTarget')) if (canHold(when)) report({ node: flag.node, when }, 'alias')
        for (const type of here.known('Type', string)) {
          if (/^(CNAME|NS)$/.test(type.value)) report({ node: flag.node, when: type.when }, 'type', { type: type.value })
        }
      }
    }
  },
})
