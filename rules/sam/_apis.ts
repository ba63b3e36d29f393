import { apiOf, boolean, type Resource, type SamEvent } from '#rule'

/** Whether SAM writes the definition of an API, so that its events become routes. */
export function isManaged(api: Resource): boolean {
  const lacks = (name: string): boolean => api.facts(name).every((fact) => fact.state === 'absent')
  if (lacks('DefinitionBody') && lacks('DefinitionUri')) return true
  if (api.type === 'AWS::Serverless::HttpApi') return lacks('DefinitionUri')
  return api.known('MergeDefinitions', boolean).some((fact) => fact.value)
}

/** The API whose definition SAM writes an Api or HttpApi event into; undefined where it writes none or names another kind. */
export function writtenApi(event: SamEvent): Resource | undefined {
  const api = apiOf(event)
  if (api?.type !== (event.type?.text === 'Api' ? 'AWS::Serverless::Api' : 'AWS::Serverless::HttpApi')) return undefined
  return isManaged(api) ? api : undefined
}
