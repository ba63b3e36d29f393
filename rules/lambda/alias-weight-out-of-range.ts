import { defineRule, range } from '#rule'

export default defineRule({
  id: 'lambda/alias-weight-out-of-range',
  title: 'Alias weights are fractions from 0 to 1',
  severity: 'error',
  on: ['AWS::Lambda::Alias'],
  why: 'Lambda rejects the alias.',
  fix: 'Use a fraction: 0.1 for ten percent.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_AliasRoutingConfiguration.html',
      fact: 'The share of a version is a number from 0.0 to 1.0.',
    },
  ],
  notes: [
    '001:760',
    '001:761',
    '001:762',
    '001:764',
    '002:244',
    '002:248',
    '002:249',
    '002:2238',
    '002:2243',
    '002:2244',
    '004:387',
    '004:390',
    '004:391',
  ],
  check: range('RoutingConfig.AdditionalVersionWeights.*.FunctionWeight', { min: 0, max: 1 }),
})
