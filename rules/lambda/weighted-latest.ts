import { atKey, defineRule, present, string, together } from '#rule'

const WEIGHTS = 'RoutingConfig.AdditionalVersionWeights'

export default defineRule({
  id: 'lambda/weighted-latest',
  title: 'Weighted aliases need published versions',
  severity: 'error',
  on: ['AWS::Lambda::Alias'],
  why: 'Lambda rejects the alias.',
  fix: 'Publish both versions and give their numbers.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html',
      fact: 'Both versions of a weighted alias are published, and they differ.',
    },
  ],
  notes: [
    '001:728',
    '001:730',
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
  messages: {
    latest: 'A weighted alias cannot point to $LATEST; set FunctionVersion to a published version.',
    other: 'A weighted alias cannot shift traffic to $LATEST; give a published version.',
    same: 'Both versions of the alias are {value}; give another one here.',
  },
  check(alias, { report }) {
    const versions = alias.known('FunctionVersion', string)
    const others = alias.known(`${WEIGHTS}.*.FunctionVersion`, string)
    for (const version of versions.filter(({ value }) => value === '$LATEST')) {
      for (const weights of present(alias.under(version.when), WEIGHTS)) report(atKey(weights), 'latest')
    }
    for (const other of others.filter(({ value }) => value === '$LATEST')) report(other, 'other')
    for (const [version, other] of together(versions, others)) {
      if (version.value === other.value && version.value !== '$LATEST') report(other, 'same', { value: other.value })
    }
  },
})
