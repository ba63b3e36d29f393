import { closest, defineRule, respell, string } from '#rule'
import { SETTINGS } from './_stages.ts'

const LEVELS = ['OFF', 'ERROR', 'INFO']

export default defineRule({
  id: 'apigateway/unknown-logging-level',
  title: 'LoggingLevel is OFF, ERROR or INFO',
  severity: 'error',
  on: [
    'AWS::ApiGateway::Stage',
    'AWS::ApiGateway::Deployment',
    'AWS::ApiGatewayV2::Stage',
    'AWS::Serverless::Api',
    'AWS::Serverless::WebSocketApi',
  ],
  fixes: 'safe',
  why: 'API Gateway rejects the stage.',
  fix: 'Use ERROR, INFO, or OFF in quotes: without them YAML reads it as false.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-stage-methodsetting.html',
      fact: 'The logging level of a method is OFF, ERROR or INFO.',
    },
  ],
  notes: ['000:570', '000:586', '001:670', '001:672', '002:1676', '002:1678'],
  messages: {
    unknown: 'LoggingLevel is "{level}"; it must be OFF, ERROR or INFO.',
    misspelt: 'LoggingLevel is "{level}"; did you mean {near}?',
  },
  check(stage, { report }) {
    for (const path of SETTINGS[stage.type] ?? []) {
      for (const level of stage.known(`${path}.LoggingLevel`, string)) {
        // Unquoted, OFF is a boolean in YAML 1.1.
        if (LEVELS.includes(level.value.toUpperCase()) || (level.node.kind === 'scalar' && typeof level.node.value === 'boolean')) continue
        const near = closest(level.value, LEVELS)
        if (near) report(level, 'misspelt', { level: level.value, near }, respell(level, LEVELS))
        else report(level, 'unknown', { level: level.value })
      }
    }
  },
})
