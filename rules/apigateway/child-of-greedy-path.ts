import { defineRule, jointly, string, targetsOf } from '#rule'

export default defineRule({
  id: 'apigateway/child-of-greedy-path',
  title: 'A greedy {proxy+} resource cannot have children',
  severity: 'error',
  on: ['AWS::ApiGateway::Resource'],
  why: 'API Gateway rejects the resource: a greedy part takes all that follows.',
  fix: 'Put the resource under the parent of the greedy one.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html',
      fact: 'A greedy path variable stands for all parts below its parent, and is the last of a path.',
    },
  ],
  notes: ['002:275', '002:308'],
  messages: { below: '{parent} takes all that follows it ({part}), so it cannot have a child; choose another ParentId.' },
  check(resource, { report }) {
    for (const { resource: parent, node, when } of targetsOf(resource.template, resource, 'ParentId')) {
      if (parent?.type !== 'AWS::ApiGateway::Resource') continue
      for (const part of parent.known('PathPart', string)) {
        const joint = jointly(when, part.when)
        if (part.value.endsWith('+}') && joint) report({ node, when: joint }, 'below', { parent: parent.id, part: part.value })
      }
    }
  },
})
