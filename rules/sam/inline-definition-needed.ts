import { atKey, both, canHold, defineRule, type Node, present } from '#rule'

const REST = ['Auth', 'Cors', 'DisableExecuteApiEndpoint', 'GatewayResponses', 'Models']
const HTTP = ['Auth', 'CorsConfiguration', 'Description', 'DisableExecuteApiEndpoint', 'Name', 'Tags']

export default defineRule({
  id: 'sam/inline-definition-needed',
  title: 'API property works only with a definition in the template',
  severity: 'error',
  on: ['AWS::Serverless::Api', 'AWS::Serverless::HttpApi'],
  why: 'SAM writes the property into the definition, which it cannot do in a file; the transform fails.',
  fix: 'Give the definition as DefinitionBody, or write what the property does into the file.',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/api/api_generator.py',
      fact: 'Refuses each of these properties where there is no DefinitionBody.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/api/http_api_generator.py',
      fact: 'The same for HTTP APIs.',
    },
  ],
  messages: {
    inline: '{name} has no place to go: the definition is at DefinitionUri; give it as DefinitionBody.',
  },
  check(api, { report }) {
    for (const uri of present(api, 'DefinitionUri')) {
      for (const body of api.absent('DefinitionBody')) {
        for (const name of api.type === 'AWS::Serverless::Api' ? REST : HTTP) {
          for (const fact of present(api, name)) {
            const when = both(both(uri.when, body.when), fact.when)
            if (!isEmpty(fact.node) && canHold(when)) report(atKey(fact, when), 'inline', { name })
          }
        }
      }
    }
  },
})

/** SAM takes an empty map for none. */
const isEmpty = (node: Node): boolean => node.kind === 'mapping' && node.entries.length === 0
