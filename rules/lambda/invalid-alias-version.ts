import { defineRule, leadsAt, string } from '#rule'

export default defineRule({
  id: 'lambda/invalid-alias-version',
  title: 'An alias points to the number of a version, not to an ARN or an alias',
  severity: 'error',
  on: ['AWS::Lambda::Alias'],
  why: 'Lambda rejects the alias.',
  fix: 'Use the number of a version: Fn::GetAtt with Version of an AWS::Lambda::Version.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html',
      fact: 'An alias points to a version, by $LATEST or its number; it cannot point to an alias.',
    },
  ],
  notes: ['000:519'],
  cfnLint: ['E3031'],
  messages: {
    literal: 'FunctionVersion is "{value}"; give the number of a version, or $LATEST.',
    alias: '{id} is an alias; an alias points to a version, not to another alias.',
    arn: '{id} gives the ARN of a version; use Fn::GetAtt with its Version.',
  },
  check(alias, { report }) {
    for (const path of ['FunctionVersion', 'RoutingConfig.AdditionalVersionWeights.*.FunctionVersion']) {
      for (const version of alias.known(path, string)) {
        if (!/^(\d+|\$LATEST(\.PUBLISHED)?)$/.test(version.value)) report(version, 'literal', { value: version.value })
      }
      for (const lead of leadsAt(alias.template, alias, path)) {
        const { type, id } = lead.resource
        if (type === 'AWS::Lambda::Alias') report(lead, 'alias', { id })
        else if (type === 'AWS::Lambda::Version' && lead.attribute !== 'Version') report(lead, 'arn', { id })
      }
    }
  },
})
