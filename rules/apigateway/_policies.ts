import { bodiesOf, endpointTypesOf, type PolicyDocument, partsOf, policiesIn, type Resource, type Statement } from '#rule'

/** The resource policies of a REST API all of whose statements are known. */
export const completePolicies = (api: Resource): PolicyDocument[] =>
  policiesIn(api).filter((policy) => policy.kind === 'resource' && policy.isComplete && policy.statements.length > 0)

/** Whether the statement asks for one of these condition keys. */
export const asksFor = (statement: Statement, ...keys: readonly string[]): boolean =>
  statement.conditions().some(({ key }) => keys.includes(key.text.toLowerCase()))

/** Whether the type of the endpoint is known and is this one in no case (or in every case). */
export const isNever = (api: Resource, type: string): boolean => {
  const types = endpointTypesOf(api)
  return types.length > 0 && types.every(({ value }) => value !== type)
}
export const isAlways = (api: Resource, type: string): boolean => {
  const types = endpointTypesOf(api)
  return types.length > 0 && types.every(({ value }) => value === type)
}

/** The methods of an API that are resources; none where a definition gives others. */
export const methodsOf = (api: Resource): Resource[] =>
  bodiesOf(api).length || api.present('Body').length || api.present('BodyS3Location').length
    ? []
    : partsOf(api.template, api.id, 'AWS::ApiGateway::Method').map(({ resource }) => resource)
