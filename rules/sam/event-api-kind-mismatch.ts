import { at, callOf, childOf, defineRule, eventsOf, idIn, type Resource } from '#rule'

const KINDS = {
  Api: { property: 'RestApiId', api: 'AWS::Serverless::Api', fits: ['AWS::Serverless::Api', 'AWS::ApiGateway::RestApi'] },
  HttpApi: { property: 'ApiId', api: 'AWS::Serverless::HttpApi', fits: ['AWS::Serverless::HttpApi', 'AWS::ApiGatewayV2::Api'] },
} as const

export default defineRule({
  id: 'sam/event-api-kind-mismatch',
  title: 'Event type does not fit the kind of API it names',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'SAM writes the route into an API of the same template and of the kind of the event; the transform fails at any other.',
  fix: 'Give a Ref of the API: an Api event belongs to AWS::Serverless::Api, a HttpApi event to AWS::Serverless::HttpApi.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-api.html#sam-function-api-restapiid',
      fact: 'RestApiId refers to an AWS::Serverless::Api of the template; an API of another template cannot be named.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-httpapi.html#sam-function-httpapi-apiid',
      fact: 'ApiId refers to an AWS::Serverless::HttpApi of the template.',
    },
  ],
  notes: ['001:21', '001:22'],
  messages: {
    kind: '{id} is {found}, but events of type {type} belong to {wanted}; change the event type or the API.',
    call: '{property} is given by {call}; it must be a Ref of an API of this template.',
    elsewhere: '{property} is "{id}", which is no API of this template; name one with Ref.',
    parameter: '{property} is the parameter {id}, but events need an API of the same template; define it here.',
    shape: '{property} must be a Ref of an API of this template.',
  },
  check(resource, { report }) {
    const { template } = resource
    for (const { properties, type } of eventsOf(resource, 'Api', 'HttpApi')) {
      const event = type?.text as keyof typeof KINDS
      const { property, api, fits } = KINDS[event]
      const named = childOf(properties.node, property)
      if (!named || (named.kind === 'scalar' && named.value === null)) continue
      const call = callOf(named)
      const id = idIn(named)
      if (call && call.name !== 'Ref') {
        // With the language extensions a function is resolved before SAM sees it.
        if (call.name !== 'Fn::Transform' && !template.hasTransform('AWS::LanguageExtensions'))
          report(named, 'call', { property, call: call.name })
      } else if (id === undefined) report(named, 'shape', { property })
      else {
        const found = template.implicitApis.get(id)?.type ?? template.resources.get(id)?.type
        if (!found) {
          if (template.isOpen('Resources')) continue
          if (!call) report(named, 'elsewhere', { property, id })
          else if (template.parameters.has(id)) report(named, 'parameter', { property, id })
        } else if (!(fits as readonly string[]).includes(found) && !isOpenApi(template.resources.get(id)))
          report(named, 'kind', { id, found, type: event, wanted: api })
      }
    }
  },
})

/** Whether a REST API has a definition that SAM writes events of HTTP APIs into as well. */
const isOpenApi = (api: Resource | undefined): boolean =>
  api?.type === 'AWS::Serverless::Api' && at(api.node, 'DefinitionBody', 'openapi') !== undefined
