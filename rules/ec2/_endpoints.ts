import { childOf, editable, type Node, type Resource, spellingsOf, type When } from '#rule'

/** The services of AWS that an endpoint may lead to, `sqs` of `com.amazonaws.eu-west-1.sqs`, case by case; nothing for others. */
export function servicesOf(endpoint: Resource): { service: string; node: Node; when: When }[] {
  const name = childOf(endpoint.node, 'ServiceName')
  if (!name) return []
  return spellingsOf(endpoint.template, name, endpoint.when).flatMap(({ text, node, when }) => {
    const service = /^(?:cn\.)?com\.amazonaws\.(?!vpce\.)[^.]+\.([a-z][a-z0-9.-]*)$/.exec(text)?.[1]
    return service === undefined ? [] : [{ service, node: editable(node), when }]
  })
}

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html, and S3 Express One Zone. */
export const isGateway = (service: string): boolean => ['s3', 'dynamodb', 's3express'].includes(service)
