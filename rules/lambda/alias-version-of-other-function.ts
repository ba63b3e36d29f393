import { defineRule, functionsIn, leadsAt } from '#rule'

export default defineRule({
  id: 'lambda/alias-version-of-other-function',
  title: 'An alias must point to a version of its own function',
  severity: 'warning',
  on: ['AWS::Lambda::Alias'],
  why: 'Version numbers are counted for each function: the alias gets a version that is not meant, or none.',
  fix: 'Use a version of the function that the alias is for.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html',
      fact: 'An alias points to a version of its own function.',
    },
  ],
  notes: ['000:519'],
  messages: {
    other: '{version} is a version of {other}, but the alias is for {own}; use a version of {own}.',
  },
  check(alias, { report }) {
    const { template } = alias
    const [own, ...others] = functionsIn(template, alias, 'FunctionName')
    if (!own || others.length > 0) return
    for (const lead of leadsAt(template, alias, 'FunctionVersion', 'AWS::Lambda::Version')) {
      const [of, ...more] = functionsIn(template, lead.resource, 'FunctionName')
      if (of && more.length === 0 && of.function !== own.function)
        report(lead, 'other', { version: lead.resource.id, other: of.function.id, own: own.function.id })
    }
  },
})
