import { at, callOf, childOf, defineRule, entryOf, type Node } from '#rule'

/** What belongs to the one kind of authorizer of an HTTP API, and what to the other. */
const FUNCTION = [
  'AuthorizerPayloadFormatVersion',
  'EnableFunctionDefaultPermissions',
  'EnableSimpleResponses',
  'FunctionArn',
  'FunctionInvokeRole',
  'Identity',
]
const JWT = ['AuthorizationScopes', 'IdentitySource', 'JwtConfiguration']
const SOURCES = ['Context', 'Headers', 'QueryStrings', 'StageVariables']

export default defineRule({
  id: 'sam/incomplete-authorizer',
  title: 'Authorizer lacks what its kind needs',
  severity: 'error',
  on: ['AWS::Serverless::Api', 'AWS::Serverless::HttpApi'],
  why: 'The transform cannot make an authorizer of it and fails.',
  fix: 'Complete the authorizer as the message says.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-lambdarequestauthorizer.html',
      fact: 'A request authorizer needs at least one source of identity unless it is not cached.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-httpapi-lambdaauthorizer.html',
      fact: 'An authorizer of an HTTP API is a function with a payload version, or JWT with an issuer and an identity source.',
    },
  ],
  messages: {
    shape: 'The authorizer {name} must be a map.',
    identity: 'The authorizer {name} looks at the request; say at what under Identity: Headers, QueryStrings, StageVariables or Context.',
    kind: 'The authorizer {name} has neither UserPoolArn nor FunctionArn; give the user pool or the function that decides.',
    stranger: '{property} does not belong to {kind}, as {name} is; remove it or make an authorizer of its own.',
    needs: 'The authorizer {name} has no {property}, which it needs.',
    oidc: 'OpenIdConnectUrl is not taken any more; use JwtConfiguration and IdentitySource.',
  },
  check(api, { report }) {
    const authorizers = at(api.node, 'Auth', 'Authorizers')
    if (authorizers?.kind !== 'mapping' || callOf(authorizers)) return
    for (const { key, value } of authorizers.entries) {
      const name = key.text
      const here = { node: value, span: key.span, when: api.when }
      if (name.startsWith('Fn::') || callOf(value)) continue
      if (value.kind !== 'mapping') {
        // The schema speaks of other shapes.
        if (value.kind === 'scalar' && value.value === null) report(here, 'shape', { name })
      } else if (api.type === 'AWS::Serverless::Api') {
        const type = childOf(value, 'FunctionPayloadType')
        if (!childOf(value, 'UserPoolArn') && !childOf(value, 'FunctionArn') && !entryOf(value, 'Fn::Transform'))
          report(here, 'kind', { name })
        else if (type?.kind === 'scalar' && type.text === 'REQUEST' && lacksIdentity(childOf(value, 'Identity')))
          report(here, 'identity', { name })
      } else if (childOf(value, 'OpenIdConnectUrl')) report(here, 'oidc')
      else {
        const isJwt = childOf(value, 'JwtConfiguration') !== undefined && !childOf(value, 'FunctionArn')
        const isFunction = !isJwt && FUNCTION.some((property) => childOf(value, property))
        for (const { key: property, value: given } of isJwt || isFunction ? value.entries : []) {
          if ((isJwt ? FUNCTION : JWT).includes(property.text))
            report({ node: given, span: property.span }, 'stranger', {
              property: property.text,
              kind: isJwt ? 'JWT authorizers' : 'authorizers that are functions',
              name,
            })
        }
        for (const property of isFunction ? ['FunctionArn', 'AuthorizerPayloadFormatVersion'] : ['JwtConfiguration', 'IdentitySource']) {
          if (!childOf(value, property)) report(here, 'needs', { name, property })
        }
      }
    }
  },
})

function lacksIdentity(identity: Node | undefined): boolean {
  if (!identity) return true
  if (identity.kind !== 'mapping' || callOf(identity) || SOURCES.some((source) => childOf(identity, source))) return false
  const cached = childOf(identity, 'ReauthorizeEvery')
  return !cached || (cached.kind === 'scalar' && cached.text !== '0')
}
