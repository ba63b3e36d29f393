import {
  authorizersOf,
  defineRule,
  FUNCTION_TYPES,
  formsIn,
  INTEGRATION_TYPES,
  integrationsOf,
  leadsAt,
  type Properties,
  suspectsOf,
} from '#rule'
import { isBrokenPath, isFunctionArn } from './_lambda.ts'

export default defineRule({
  id: 'apigateway/malformed-lambda-uri',
  title: 'A REST Lambda URI must be the invocation path, not the function ARN',
  severity: 'error',
  on: [...INTEGRATION_TYPES, 'AWS::ApiGateway::Authorizer', 'AWS::ApiGatewayV2::Authorizer'],
  why: 'API Gateway rejects the integration or the authorizer.',
  fix: 'Write arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-method-integration.html',
      fact: 'The URI of an AWS service, Lambda included, has the form arn:aws:apigateway:{region}:{service}:{path|action}/….',
    },
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html',
      fact: 'A streamed response comes from the path 2021-11-15/functions/…/response-streaming-invocations.',
    },
  ],
  notes: ['000:564', '001:687', '003:227', '003:352', '003:379', '004:336', '004:338'],
  messages: {
    arn: '{name} is the ARN of a function; wrap it: arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/ARN/invocations.',
    name: '{name} is the name of a function; write arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/ARN/invocations.',
    path: '{name} is "{uri}"; it must end with lambda:path/2015-03-31/functions/ARN/invocations.',
  },
  check(resource, { report }) {
    // HTTP APIs take the plain ARN of a function, authorizers of all kinds the path.
    for (const integration of integrationsOf(resource)) {
      if (integration.kind !== 'rest' || integration.types().every(({ value }) => !value.startsWith('AWS'))) continue
      judge(integration.properties, integration.name('uri'), integration.place === 'body')
    }
    for (const authorizer of authorizersOf(resource)) judge(authorizer.properties, authorizer.name('uri'), authorizer.place === 'body')

    function judge(of: Properties, name: string, isBody: boolean): void {
      const forms = formsIn(resource, of, name, isBody)
      for (const form of suspectsOf(forms, (text) => isFunctionArn({ text }))) report(form.place, 'arn', { name })
      for (const form of suspectsOf(forms, (text) => isBrokenPath({ text }))) report(form.place, 'path', { name, uri: form.text })
      for (const lead of leadsAt(resource.template, of, name, ...FUNCTION_TYPES))
        if (lead.attribute === undefined) report(lead, 'name', { name })
    }
  },
})
