import { all, defineRule, exclusive, matches, oneOf, RECORD_TYPES, type Resource, recordsIn, requiresOneOf, within } from '#rule'

const LOCATION = within(
  'GeoLocation',
  all(
    requiresOneOf('ContinentCode', 'CountryCode'),
    exclusive('ContinentCode', 'CountryCode'),
    oneOf('ContinentCode', ['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA']),
    matches('CountryCode', /^(\*|[A-Z]{2})$/, 'be * or a code of two capital letters'),
  ),
)

export default defineRule({
  id: 'route53/invalid-geolocation',
  title: 'A location is a continent, or a country with its subdivision',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the record.',
  fix: 'Set ContinentCode, or CountryCode, which may have a SubdivisionCode beside it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_GeoLocation.html',
      fact: 'The codes of the continents; a continent excludes country and subdivision; a country is * or an ISO code of two letters.',
    },
  ],
  notes: ['002:1143'],
  check: {
    ...LOCATION,
    paths: [],
    run({ target, report }) {
      for (const { properties } of recordsIn(target as Resource)) LOCATION.run({ target: properties, report })
    },
  },
})
