import { defineRule, string } from '#rule'
import { SETTINGS } from './_stages.ts'

export default defineRule({
  id: 'apigateway/no-logging',
  title: 'A stage should write access or execution logs',
  severity: 'info',
  on: ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage', 'AWS::Serverless::Api', 'AWS::Serverless::HttpApi'],
  why: 'Both logs are off by default: nobody can tell afterwards who called and what failed.',
  fix: 'Set a destination and a format for access logs, or a LoggingLevel.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
      fact: 'APIGateway.1: REST and WebSocket APIs have execution logging, APIGateway.9: stages of V2 APIs have access logging.',
    },
  ],
  notes: ['000:586', '002:1676', '002:1678', '003:348'],
  messages: { none: 'The stage writes no logs; set {name}.' },
  check(stage, { report }) {
    const name = stage.type === 'AWS::ApiGateway::Stage' || stage.type === 'AWS::Serverless::Api' ? 'AccessLogSetting' : 'AccessLogSettings'
    const levels = (SETTINGS[stage.type] ?? []).flatMap((path) => stage.facts(`${path}.LoggingLevel`))
    const mayLog = levels.some(
      (fact) =>
        fact.state === 'unknown' || (fact.state === 'known' && ['ERROR', 'INFO'].includes(string.read(fact.value)?.toUpperCase() ?? '')),
    )
    if (mayLog || stage.isOpen) return
    // The implicit API of SAM is written nowhere.
    if (!stage.template.resources.has(stage.id)) return
    for (const absent of stage.absent(name)) report({ node: stage.key, when: absent.when }, 'none', { name })
  },
})
