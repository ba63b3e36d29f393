import { canHold, defineRule, present, string } from '#rule'

export default defineRule({
  id: 'lambda/alias-on-latest',
  title: 'An alias on $LATEST moves with every code change',
  severity: 'info',
  on: ['AWS::Lambda::Alias'],
  why: 'Whoever calls the alias gets every change of the code at once: there is nothing to go back to and nothing to shift traffic from.',
  fix: 'Publish a version and point the alias to it; with SAM set AutoPublishAlias.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html',
      fact: 'An alias points to a version; $LATEST is the one that changes.',
    },
  ],
  notes: ['002:244', '002:248', '002:249', '002:2238', '002:2243', '002:2244', '003:360'],
  messages: {
    latest: 'FunctionVersion is $LATEST, which changes with the code; point the alias to a published version.',
  },
  check(alias, { report }) {
    for (const version of alias.known('FunctionVersion', string).filter(({ value }) => value === '$LATEST')) {
      const at = alias.under(version.when)
      // With these it is an error, which has a rule of its own.
      const isError = ['RoutingConfig', 'ProvisionedConcurrencyConfig'].some((name) => present(at, name).some(({ when }) => canHold(when)))
      if (!isError) report(version, 'latest')
    }
  },
})
