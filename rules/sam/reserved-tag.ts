import { defineRule } from '#rule'

const RESERVED = ['lambda:createdBy', 'serverlessrepo:applicationId', 'serverlessrepo:semanticVersion']

export default defineRule({
  id: 'sam/reserved-tag',
  title: 'Tag key is reserved for SAM',
  severity: 'error',
  on: [
    'AWS::Serverless::Function',
    'AWS::Serverless::Api',
    'AWS::Serverless::HttpApi',
    'AWS::Serverless::WebSocketApi',
    'AWS::Serverless::Application',
    'AWS::Serverless::SimpleTable',
    'AWS::Serverless::StateMachine',
  ],
  why: 'SAM sets these tags itself and fails when the template does.',
  fix: 'Use another key.',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/__init__.py',
      fact: 'Refuses the tag keys that the transform adds.',
    },
  ],
  messages: {
    reserved: '"{key}" is a tag that SAM sets itself; use another key.',
  },
  check(resource, { report }) {
    for (const tags of resource.items('Tags')) {
      for (const { key, value } of tags.entries) {
        if (RESERVED.includes(key.text)) report({ node: value, span: key.span, when: tags.when }, 'reserved', { key: key.text })
      }
    }
  },
})
