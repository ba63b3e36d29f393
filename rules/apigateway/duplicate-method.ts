import { apisOf, both, defineRule, jointly, type Resource, string, targetsOf, type When } from '#rule'

export default defineRule({
  id: 'apigateway/duplicate-method',
  title: 'A path and method can be defined once per API',
  severity: 'error',
  on: ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Route'],
  why: 'API Gateway answers that the second one exists already.',
  fix: 'Remove one of the two, or give it another method or path.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html',
      fact: 'A method of a resource is made once; a second request for it conflicts.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-route.html',
      fact: 'A route is known by its key in its API.',
    },
  ],
  notes: ['002:275', '002:308'],
  messages: { duplicate: '{other} defines {key} of the same {place} already; remove one of the two.' },
  check(resource, { report }) {
    const isRest = resource.type === 'AWS::ApiGateway::Method'
    const same = resource.template.resourcesOf(resource.type)
    for (const other of same.slice(0, same.indexOf(resource))) {
      for (const own of keysOf(resource, isRest)) {
        for (const one of keysOf(other, isRest)) {
          const when = jointly(own.when, one.when, resource.when, other.when)
          if (own.place !== one.place || own.key !== one.key || !when) continue
          report({ node: own.node, when, related: [{ node: one.node, message: 'defined here first' }] }, 'duplicate', {
            other: other.id,
            key: own.key,
            place: isRest ? 'resource' : 'API',
          })
        }
      }
    }
  },
})

function keysOf(
  resource: Resource,
  isRest: boolean,
): { place: string; key: string; node: Resource['node'] | ReturnType<typeof apisOf>[0]['node']; when: When }[] {
  const places = isRest ? targetsOf(resource.template, resource, 'ResourceId') : [undefined]
  return apisOf(resource).flatMap((api) =>
    places.flatMap((place) =>
      resource.known(isRest ? 'HttpMethod' : 'RouteKey', string).map((key) => ({
        place: `${api.key} ${place?.key ?? ''}`,
        key: key.value,
        node: key.node,
        when: both(api.when, both(key.when, place?.when ?? key.when)),
      })),
    ),
  )
}
