import { boolean, defineRule, jointly, string } from '#rule'

export default defineRule({
  id: 'apigateway/metrics-on-every-method',
  title: 'Per-method metrics on every method are charged',
  severity: 'info',
  on: ['AWS::ApiGateway::Stage', 'AWS::Serverless::Api'],
  why: 'Metrics of the API and the stage are free; those of each method are paid as custom metrics.',
  fix: 'Switch them on for the methods that you watch.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html',
      fact: 'Detailed metrics, one set for each method, are charged.',
    },
  ],
  notes: ['000:574'],
  messages: { all: 'MetricsEnabled on every method is charged by the method; switch it on where you watch it.' },
  check(stage, { report }) {
    for (const setting of stage.items('MethodSettings')) {
      for (const metrics of setting.known('MetricsEnabled', boolean).filter(({ value }) => value)) {
        for (const method of setting.known('HttpMethod', string)) {
          for (const path of setting.known('ResourcePath', string)) {
            const when = jointly(metrics.when, method.when, path.when)
            if (method.value === '*' && path.value === '/*' && when) report({ node: metrics.node, when }, 'all')
          }
        }
      }
    }
  },
})
