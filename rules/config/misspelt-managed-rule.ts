import { defineRule, isPlaceholder, string, together } from '#rule'

export default defineRule({
  id: 'config/misspelt-managed-rule',
  title: 'Managed rule identifiers are upper case with underscores',
  severity: 'error',
  on: ['AWS::Config::ConfigRule'],
  why: 'AWS Config knows no such rule and rejects it.',
  fix: 'Use the identifier of the managed rule, such as S3_BUCKET_VERSIONING_ENABLED; the name in lower case is another thing.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html',
      fact: 'Each managed rule has a name with dashes and an identifier in capitals, which is what SourceIdentifier takes.',
    },
  ],
  notes: ['002:1820', '002:1822', '002:1824', '002:1825'],
  messages: {
    misspelt: '"{value}" is no identifier of a managed rule; write it as {near}.',
  },
  check(rule, { report }) {
    for (const [identifier, owner] of together(rule.known('Source.SourceIdentifier', string), rule.known('Source.Owner', string))) {
      const { value } = identifier
      if (owner.value === 'AWS' && !/^[A-Z0-9_]+$/.test(value) && !isPlaceholder(value))
        report(identifier, 'misspelt', { value, near: value.toUpperCase().replace(/\W+/g, '_') })
    }
  },
})
