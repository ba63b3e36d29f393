import { atKey, boolean, both, canHold, defineRule, present } from '#rule'

export default defineRule({
  id: 'sam/definition-conflict',
  title: 'API takes only one of DefinitionBody and DefinitionUri',
  severity: 'error',
  on: ['AWS::Serverless::Api', 'AWS::Serverless::HttpApi'],
  why: 'The transform fails because it does not know which of the two to take.',
  fix: 'Keep the definition in the template or in its own file, and remove the other property.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html#sam-api-definitionuri',
      fact: 'DefinitionUri and DefinitionBody are two ways to give one definition; MergeDefinitions needs the second.',
    },
  ],
  messages: {
    both: 'DefinitionBody and DefinitionUri exclude each other; keep one of them.',
    merge: 'MergeDefinitions cannot merge into a file; give the definition as DefinitionBody.',
  },
  check(api, { report }) {
    for (const uri of present(api, 'DefinitionUri')) {
      for (const body of present(api, 'DefinitionBody')) {
        const when = both(uri.when, body.when)
        if (canHold(when)) report({ ...atKey(uri, when), related: [{ node: body.node, message: 'DefinitionBody' }] }, 'both')
      }
      if (api.type !== 'AWS::Serverless::Api') continue
      for (const merge of api.known('MergeDefinitions', boolean)) {
        const when = both(uri.when, merge.when)
        if (merge.value && canHold(when)) report({ node: merge.node, when }, 'merge')
      }
    }
  },
})
