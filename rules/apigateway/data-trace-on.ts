import { boolean, defineRule, kindsAround } from '#rule'
import { SETTINGS } from './_stages.ts'

export default defineRule({
  id: 'apigateway/data-trace-on',
  title: 'DataTraceEnabled writes full requests and responses to the log',
  severity: 'warning',
  on: [
    'AWS::ApiGateway::Stage',
    'AWS::ApiGateway::Deployment',
    'AWS::ApiGatewayV2::Stage',
    'AWS::Serverless::Api',
    'AWS::Serverless::WebSocketApi',
  ],
  why: 'Whatever callers send and get, personal data and tokens included, can be read in the log.',
  fix: 'Leave DataTraceEnabled out, except while you look for a fault.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
      fact: 'Data tracing logs full requests and responses; AWS advises against it for APIs in production.',
    },
  ],
  notes: ['000:570', '000:586', '001:670', '001:672', '002:1676', '002:1678'],
  messages: { on: 'DataTraceEnabled writes full requests and responses to the log; set it to false outside of tests.' },
  check(stage, { report }) {
    // HTTP APIs have no such setting, which a rule of its own says.
    if (kindsAround(stage).some(({ value }) => value === 'http')) return
    for (const path of SETTINGS[stage.type] ?? [])
      for (const trace of stage.known(`${path}.DataTraceEnabled`, boolean)) if (trace.value) report(trace, 'on')
  },
})
