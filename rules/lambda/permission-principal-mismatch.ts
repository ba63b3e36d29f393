import { arnsAt, defineRule, formsOf, nodesAt, table } from '#rule'

/** The services that invoke functions for a source, by the service in its ARN and by its type. */
const SERVICES: Readonly<Record<string, string>> = table({
  'AWS::ApiGateway::RestApi': 'apigateway',
  'AWS::Cognito::UserPool': 'cognito-idp',
  'AWS::Events::Rule': 'events',
  'AWS::Logs::LogGroup': 'logs',
  'AWS::S3::Bucket': 's3',
  'AWS::SNS::Topic': 'sns',
  'cognito-idp': 'cognito-idp',
  events: 'events',
  'execute-api': 'apigateway',
  logs: 'logs',
  s3: 's3',
  sns: 'sns',
})

export default defineRule({
  id: 'lambda/permission-principal-mismatch',
  title: 'The permission must name the service its SourceArn belongs to',
  severity: 'warning',
  on: ['AWS::Lambda::Permission'],
  why: 'The permission never holds: the service that is named never comes with a source of another one.',
  fix: 'Make Principal the service to which SourceArn belongs.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
      fact: 'Principal is the service that invokes, SourceArn the resource of it for which it does.',
    },
  ],
  notes: ['002:1588', '002:1597', '002:1599'],
  cfnLint: ['W3664'],
  messages: {
    service: 'Principal is {principal}, but SourceArn belongs to {wanted}.amazonaws.com; use that.',
  },
  check(permission, { report }) {
    for (const source of arnsAt(permission.template, permission, 'SourceArn')) {
      const wanted = SERVICES[source.resource?.type ?? source.service ?? '']
      if (!wanted) continue
      for (const { node, when } of nodesAt(permission.under(source.when), 'Principal')) {
        for (const { text, isWhole, place } of formsOf(permission.template, node, when)) {
          // The service of a Region or of a part: logs.eu-west-1.amazonaws.com, batchoperations.s3.amazonaws.com.
          if (isWhole && /\.amazonaws\.com(\.cn)?$/.test(text) && !text.split('.').includes(wanted))
            report(place, 'service', { principal: text, wanted })
        }
      }
    }
  },
})
