import { API_TYPES, bodiesOf, closest, defineRule, type Properties, respell } from '#rule'

export default defineRule({
  id: 'apigateway/undefined-security-scheme',
  title: 'Operations may only ask for security schemes that the definition declares',
  severity: 'warning',
  on: API_TYPES,
  why: 'API Gateway finds no authorizer under the name, and the operation is open or cannot be called.',
  fix: 'Declare the scheme, or correct the name.',
  sources: [
    {
      url: 'https://spec.openapis.org/oas/v3.0.3.html#security-requirement-object',
      fact: 'Each name in a security requirement is that of a declared security scheme.',
    },
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html',
      fact: 'An authorizer is attached to a security scheme, and an operation chooses it by the name of the scheme.',
    },
  ],
  fixes: 'unsafe',
  messages: {
    undefined: 'The security scheme "{name}" is not declared in {place}; declare it there.',
    misspelt: 'The security scheme "{name}" is not declared in {place}; did you mean "{near}"?',
  },
  check(api, { report }) {
    // SAM declares its own.
    if (api.type.startsWith('AWS::Serverless::') && api.present('Auth').length > 0) return
    for (const body of bodiesOf(api)) {
      const place = body.securityPath
      if (body.version === undefined || body.isOpen || body.facts(place).some(({ state }) => state === 'unknown')) continue
      const maps = body.items(place)
      if (maps.some(({ isOpen }) => isOpen)) continue
      const names = maps.flatMap(({ entries }) => entries.map(({ key }) => key.text))
      const judge = (of: Properties): void => {
        for (const requirement of of.items('security.*')) {
          for (const { key } of requirement.entries) {
            if (names.includes(key.text) || key.text.startsWith('Fn::') || key.text === 'Ref') continue
            const near = closest(key.text, names)
            const where = { node: key, when: requirement.when }
            if (near) report(where, 'misspelt', { name: key.text, place, near }, respell(where, names))
            else report(where, 'undefined', { name: key.text, place })
          }
        }
      }
      judge(body)
      for (const operation of body.operations) judge(operation)
    }
  },
})
