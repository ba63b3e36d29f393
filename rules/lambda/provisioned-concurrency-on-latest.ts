import { atKey, both, canHold, defineRule, number, present, string } from '#rule'

export default defineRule({
  id: 'lambda/provisioned-concurrency-on-latest',
  title: 'Provisioned concurrency needs a published version',
  severity: 'error',
  on: ['AWS::Lambda::Alias'],
  why: 'Lambda rejects the alias.',
  fix: 'Publish a version and let the alias point to it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html',
      fact: 'Provisioned concurrency is for versions and aliases, not for $LATEST or an alias that points to it.',
    },
  ],
  notes: ['000:527', '001:728', '001:730', '002:193', '002:195'],
  messages: {
    latest: 'ProvisionedConcurrencyConfig needs a published version, but FunctionVersion is $LATEST; point the alias to a version.',
    count: 'ProvisionedConcurrentExecutions is {value}; it must be at least 1.',
  },
  check(alias, { report }) {
    for (const version of alias.known('FunctionVersion', string).filter(({ value }) => value === '$LATEST')) {
      for (const config of present(alias, 'ProvisionedConcurrencyConfig')) {
        const when = both(version.when, config.when)
        if (canHold(when)) report(atKey(config, when), 'latest')
      }
    }
    for (const count of alias.known('ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions', number)) {
      if (count.value < 1) report(count, 'count', { value: count.value })
    }
  },
})
