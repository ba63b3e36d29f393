import { defineRule, table } from '#rule'

const IGNORED: Readonly<Record<string, readonly string[]>> = table({
  'AWS::Serverless::WebSocketApi': ['Condition', 'DeletionPolicy', 'UpdateReplacePolicy'],
})

export default defineRule({
  id: 'sam/ignored-attribute',
  title: 'SAM drops this attribute of the resource',
  severity: 'warning',
  on: ['AWS::Serverless::WebSocketApi'],
  why: 'The transform does not copy it to what it makes: the API is there although the condition is false, and is deleted with the stack.',
  fix: 'Do without the attribute, or write the API with the types of API Gateway.',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/sam_resources.py',
      fact: 'As of version 1.110.0 (May 2026) a WebSocket API is made without the attributes of its resource.',
    },
  ],
  messages: { dropped: '{attribute} has no effect: SAM makes the WebSocket API without it; remove it.' },
  check(api, { report }) {
    for (const name of IGNORED[api.type] ?? []) {
      const attribute = api.attribute(name)
      if (attribute) report({ node: attribute.value, span: attribute.key.span }, 'dropped', { attribute: name })
    }
  },
})
