import { atKey, defineRule, string, table } from '#rule'

const BLOCKS: Readonly<Record<string, string>> = table({
  API_KEY: 'ApiKeyAuthParameters',
  BASIC: 'BasicAuthParameters',
  OAUTH_CLIENT_CREDENTIALS: 'OAuthParameters',
})

export default defineRule({
  id: 'events/connection-auth-mismatch',
  title: 'A connection has the parameters of its authorization type',
  severity: 'error',
  on: ['AWS::Events::Connection'],
  why: 'EventBridge refuses the connection.',
  fix: 'Give the parameters that belong to AuthorizationType, and no others.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-events-connection-authparameters.html',
      fact: 'Each authorization type has its own block of parameters; exactly one is given.',
    },
  ],
  notes: ['002:1909'],
  messages: {
    missing: 'AuthorizationType {type} needs {own}, which is not set.',
    other: '{block} does not belong to AuthorizationType {type}; write {own}.',
  },
  check(connection, { report }) {
    for (const type of connection.known('AuthorizationType', string)) {
      const own = BLOCKS[type.value]
      if (!own) continue
      for (const parameters of connection.under(type.when).items('AuthParameters')) {
        const others = Object.values(BLOCKS).filter((block) => block !== own && parameters.present(block).length > 0)
        for (const absent of others.length ? [] : parameters.absent(own))
          report({ node: type.node, when: absent.when }, 'missing', { type: type.value, own })
        for (const block of others)
          for (const set of parameters.present(block)) report(atKey(set), 'other', { block, type: type.value, own })
      }
    }
  },
})
