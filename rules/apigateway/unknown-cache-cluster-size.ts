import { defineRule, number, string, table } from '#rule'

const SIZES = [0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237]
const PATHS: Readonly<Record<string, string>> = table({ 'AWS::ApiGateway::Deployment': 'StageDescription.CacheClusterSize' })

export default defineRule({
  id: 'apigateway/unknown-cache-cluster-size',
  title: 'Cache cluster sizes are 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 and 237 GB',
  severity: 'error',
  on: ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment', 'AWS::Serverless::Api'],
  why: 'API Gateway rejects the stage.',
  fix: 'Use one of the sizes.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html',
      fact: 'The size of the cache cluster is 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or 237.',
    },
  ],
  notes: ['000:560', '000:568', '001:636', '001:637', '001:664', '002:283', '002:348', '003:350', '004:356'],
  messages: { unknown: 'CacheClusterSize is "{size}"; it must be 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or 237.' },
  check(stage, { report }) {
    for (const size of stage.known(PATHS[stage.type] ?? 'CacheClusterSize', string))
      if (!SIZES.includes(number.read(size.node) ?? Number(size.value))) report(size, 'unknown', { size: size.value })
  },
})
