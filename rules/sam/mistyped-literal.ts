import { defineRule, quote, replaceValue } from '#rule'
import { type Kind, strictProperties } from './_literals.ts'

export default defineRule({
  id: 'sam/mistyped-literal',
  title: 'SAM takes no text for true or false, and no number for a text',
  severity: 'error',
  on: [
    'AWS::Serverless::Api',
    'AWS::Serverless::Application',
    'AWS::Serverless::CapacityProvider',
    'AWS::Serverless::Function',
    'AWS::Serverless::HttpApi',
    'AWS::Serverless::LayerVersion',
    'AWS::Serverless::StateMachine',
    'AWS::Serverless::WebSocketApi',
  ],
  fixes: 'safe',
  why: 'CloudFormation turns "true" into true and 5 into "5"; the transform, which runs before, fails at them.',
  fix: 'Put quotes around a text, and take them away from true, false and numbers.',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/__init__.py',
      fact: 'A property of a kind takes values of that kind only, or a function.',
    },
  ],
  messages: {
    text: '{name} is {value}, which SAM takes for no text; put it in quotes.',
    boolean: '{name} is "{value}"; SAM takes true or false only, without quotes.',
    number: '{name} is "{value}"; SAM takes a number only, without quotes.',
  },
  check(resource, { report }) {
    for (const { name, node, wanted } of strictProperties(resource)) {
      if (node.kind !== 'scalar' || node.value === null) continue
      const found = kindOf(node.value)
      // What no quotes could mend is told by the schema.
      if (
        found === wanted ||
        (wanted === 'boolean' && !/^(true|false)$/i.test(node.text)) ||
        (wanted === 'number' && !/^\d+$/.test(node.text))
      )
        continue
      report(node, wanted, { name, value: node.text }, wanted === 'text' ? quote(node) : replaceValue(node, node.text.toLowerCase()))
    }
  },
})

const kindOf = (value: string | number | boolean): Kind => (typeof value === 'string' ? 'text' : typeof value) as Kind
