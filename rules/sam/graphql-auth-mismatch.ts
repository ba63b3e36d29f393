import { defineRule, string, table } from '#rule'

const SETTINGS: Readonly<Record<string, string>> = table({
  AMAZON_COGNITO_USER_POOLS: 'UserPool',
  AWS_LAMBDA: 'LambdaAuthorizer',
  OPENID_CONNECT: 'OpenIDConnect',
})

export default defineRule({
  id: 'sam/graphql-auth-mismatch',
  title: 'Authorization of a GraphQL API does not fit its type',
  severity: 'error',
  on: ['AWS::Serverless::GraphQLApi'],
  why: 'The transform fails when the settings of the type are missing, or those of another are given as well.',
  fix: 'Give the one block of settings that belongs to the type.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-graphqlapi-auth.html',
      fact: 'Each type has settings of its own; API_KEY and AWS_IAM have none.',
    },
  ],
  messages: {
    missing: 'Type {type} needs {name}.',
    several: '{name} does not belong to the type {type}; keep one block of settings.',
  },
  check(api, { report }) {
    for (const auth of [...api.items('Auth'), ...api.items('Auth.Additional')]) {
      for (const type of auth.known('Type', string)) {
        const needed = SETTINGS[type.value]
        for (const absent of needed ? auth.absent(needed) : []) report(absent, 'missing', { type: type.value, name: needed ?? '' })
        const given = auth.entries.filter(({ key }) => Object.values(SETTINGS).includes(key.text))
        for (const { key, value } of given.length > 1 ? given : []) {
          if (key.text !== needed) report({ node: value, span: key.span, when: type.when }, 'several', { name: key.text, type: type.value })
        }
      }
    }
  },
})
