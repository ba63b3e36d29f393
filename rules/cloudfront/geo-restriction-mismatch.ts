import { atKey, defineRule, jointly, string } from '#rule'
import { filled } from './_behaviors.ts'

const restriction = 'DistributionConfig.Restrictions.GeoRestriction'

export default defineRule({
  id: 'cloudfront/geo-restriction-mismatch',
  title: 'Geo restriction type and country list must fit each other',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'List countries with whitelist or blacklist, and none without a restriction.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-georestriction.html',
      fact: 'The type is none, whitelist or blacklist; the latter two need countries.',
    },
  ],
  notes: ['002:1126'],
  messages: {
    type: 'RestrictionType is "{type}"; it must be none, whitelist or blacklist.',
    missing: 'A {type} needs countries in Locations; list them or use none.',
    idle: 'Locations lists countries, but RestrictionType is none; use whitelist or blacklist.',
  },
  check(distribution, { report }) {
    for (const geo of distribution.items(restriction)) {
      for (const type of geo.known('RestrictionType', string)) {
        if (type.value === 'none') {
          for (const countries of filled(geo, 'Locations')) {
            const when = jointly(type.when, countries.when)
            if (when) report(atKey(countries, when), 'idle')
          }
        } else if (type.value === 'whitelist' || type.value === 'blacklist') {
          for (const absent of geo.lacking('Locations')) {
            const when = jointly(type.when, absent)
            if (when) report({ node: type.node, when }, 'missing', { type: type.value })
          }
        } else report(type, 'type', { type: type.value })
      }
    }
  },
})
