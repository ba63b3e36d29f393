import { count, defineRule } from '#rule'

export default defineRule({
  id: 'lambda/too-many-alias-weights',
  title: 'An alias can split traffic between two versions only',
  severity: 'error',
  on: ['AWS::Lambda::Alias'],
  why: 'Lambda rejects the alias.',
  fix: 'Leave one additional version.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html',
      fact: 'An alias points to at most two versions.',
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
  check: count('RoutingConfig.AdditionalVersionWeights', { max: 1, noun: 'versions' }),
})
