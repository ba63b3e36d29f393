import { callOf, childOf, defineRule, type Entry, type Node, type PartOf, present } from '#rule'

/** Properties that SAM writes into the definition. */
const REST = ['Auth', 'Cors', 'GatewayResponses', 'Models']
const HTTP = ['Auth', 'CorsConfiguration', 'Tags']
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'x-amazon-apigateway-any-method']

/** Parts of the definition that a property is written into. */
const PARTS = [
  { part: 'x-amazon-apigateway-endpoint-configuration', by: ['DisableExecuteApiEndpoint'], shape: 'mapping', rest: undefined },
  { part: 'info', by: ['Description', 'Name'], shape: 'mapping', rest: false },
  { part: 'securityDefinitions', by: ['Auth.Authorizers'], shape: 'mapping', rest: true },
  { part: 'tags', by: ['Tags'], shape: 'sequence', rest: false },
  { part: 'x-amazon-apigateway-cors', by: ['CorsConfiguration'], shape: 'mapping', rest: false },
] as const
const SHAPES = { mapping: 'a map', sequence: 'a list' } as const

export default defineRule({
  id: 'sam/malformed-definition-body',
  title: 'Definition of an API has a form that SAM cannot read',
  severity: 'error',
  on: ['AWS::Serverless::Api', 'AWS::Serverless::HttpApi'],
  why: 'SAM reads the definition to write into it what the other properties say, and fails where it is no definition.',
  fix: 'Give the definition a version and paths, each path a map of methods, and each method a map.',
  sources: [
    {
      url: 'https://spec.openapis.org/oas/v3.0.3.html',
      fact: 'A document has openapi and paths; a path is an object of operations, security a list of objects.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/swagger/swagger.py',
      fact: 'Reads paths, methods and security requirements, and refuses other forms.',
    },
  ],
  messages: {
    version: 'DefinitionBody is no definition that {name} could be written into: it needs {version} and a map of paths.',
    path: 'The path "{path}" must be a map of methods.',
    method: 'The method {method} of "{path}" must be a map.',
    responses: 'The responses of {method} "{path}" must be a map.',
    security: 'The security of {method} "{path}" must be a list of maps, each a name with its scopes.',
    part: 'The {part} of DefinitionBody must be {shape}.',
  },
  check(api, { report }) {
    for (const body of api.items('DefinitionBody')) {
      if (body.isOpen) continue
      const isRest = api.type === 'AWS::Serverless::Api'
      const writer = (isRest ? REST : HTTP).find((name) => present(api, name).length > 0)
      const paths = childOf(body.node, 'paths')
      const place = { node: body.node, when: body.when }
      if (writer && !(paths?.kind === 'mapping' && hasVersion(body.node, isRest)))
        report(place, 'version', { name: writer, version: isRest ? 'swagger or openapi' : 'openapi 3' })
      for (const { part, by, shape, rest } of PARTS) {
        const written = childOf(body.node, part)
        if (!written || callOf(written) || written.kind === shape || (rest !== undefined && rest !== isRest)) continue
        if (written.kind === 'scalar' && written.value === null) continue
        if (by.some((name) => present(api, name).length > 0)) report(written, 'part', { part, shape: SHAPES[shape] })
      }
      for (const path of entriesOf(paths)) {
        const name = path.key.text
        if (name.startsWith('x-') || callOf(path.value)) continue
        // A path without methods does no harm unless something is written into each.
        const isNull = path.value.kind === 'scalar' && path.value.value === null
        if (path.value.kind !== 'mapping' && (!isNull || (isRest && writer))) report(at(path), 'path', { path: name })
        for (const method of entriesOf(path.value))
          if (METHODS.includes(method.key.text)) judge(method, name, isRest && writer !== undefined)
      }
    }

    function judge({ key, value }: Entry, path: string, isWritten: boolean): void {
      const method = key.text
      if (callOf(value)) return
      const isNull = value.kind === 'scalar' && value.value === null
      if (value.kind !== 'mapping') {
        if (!isNull || isWritten) report({ node: value, span: key.span }, 'method', { method, path })
        return
      }
      const responses = childOf(value, 'responses')
      if (responses?.kind === 'scalar' && responses.value !== null) report(responses, 'responses', { method, path })
      const security = childOf(value, 'security')
      if (!security || callOf(security)) return
      // SAM reads it only to add the default authorizer.
      if (!childOf(childOf(api.node, 'Auth'), 'DefaultAuthorizer') || childOf(api.node, 'MergeDefinitions')) return
      if (security.kind !== 'sequence' || security.items.some((item) => item.kind !== 'mapping'))
        report(security, 'security', { method, path })
    }
  },
})

const at = ({ key, value }: Entry): PartOf => ({ node: value, span: key.span })

const entriesOf = (node: Node | undefined): readonly Entry[] => (node?.kind === 'mapping' && !callOf(node) ? node.entries : [])

function hasVersion(body: Node, isRest: boolean): boolean {
  const openapi = childOf(body, 'openapi')
  if (openapi) return openapi.kind !== 'scalar' || /^3(\.\d+)*$/.test(openapi.text)
  return isRest && childOf(body, 'swagger') !== undefined
}
