import { callOf, defineRule, idIn } from '#rule'
import { resolvedProperties } from './_literals.ts'

export default defineRule({
  id: 'sam/unresolvable-value',
  title: 'SAM must know this value when it transforms the template',
  severity: 'error',
  on: [
    'AWS::Serverless::Api',
    'AWS::Serverless::CapacityProvider',
    'AWS::Serverless::Connector',
    'AWS::Serverless::Function',
    'AWS::Serverless::GraphQLApi',
    'AWS::Serverless::HttpApi',
    'AWS::Serverless::StateMachine',
  ],
  why: 'The transform runs before functions are resolved; of these it knows references to parameters only, and fails at the others.',
  fix: 'Write the value itself, or use a Ref to a parameter where that is said to do.',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/docs/internals/generated_resources.rst',
      fact: 'Names of what is generated are made of these values, so they must be known when the template is transformed.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/sam_resources.py',
      fact: 'Refs to parameters are resolved there; other functions are refused for these properties.',
    },
  ],
  messages: {
    parameter: '{name} is given by {call}, which SAM cannot resolve; write the value or use a Ref to a parameter.',
    mapping: '{name} is given by {call}, which SAM cannot resolve; write the value or use a parameter or Fn::FindInMap.',
    nothing: '{name} is given by {call}, but SAM takes no function here; write the value.',
  },
  check(resource, { report }) {
    const { template } = resource
    // With the language extensions functions are resolved before SAM sees them.
    if (template.hasTransform('AWS::LanguageExtensions') || template.isRewritten) return
    for (const { name, node, wanted } of resolvedProperties(resource)) {
      const call = callOf(node)
      if (!call || call.name === 'Fn::Transform') continue
      const isParameter = call.name === 'Ref' && template.parameters.has(idIn(node) ?? '')
      if (wanted !== 'nothing' && (isParameter || (wanted === 'mapping' && call.name === 'Fn::FindInMap'))) continue
      report(node, wanted, { name, call: call.name })
    }
  },
})
