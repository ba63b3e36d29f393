import { API_TYPES, bodiesOf, closest, defineRule, walk } from '#rule'

const PREFIX = 'x-amazon-apigateway-'

/** What API Gateway reads of a definition beyond OpenAPI, without the prefix that all share. */
const EXTENSIONS = [
  'any-method',
  'api-key-source',
  'auth',
  'authorizer',
  'authtype',
  'binary-media-types',
  'cors',
  'documentation',
  'endpoint-access-mode',
  'endpoint-configuration',
  'gateway-responses',
  'importexport-version',
  'integration',
  'integrations',
  'minimum-compression-size',
  'policy',
  'request-validator',
  'request-validators',
  'route-settings',
  'security-policy',
  'tag-value',
]

export default defineRule({
  id: 'apigateway/unknown-extension',
  title: 'API Gateway does not know this extension of OpenAPI',
  severity: 'warning',
  on: API_TYPES,
  why: 'API Gateway passes over extensions that it does not know, so what they say never counts.',
  fix: 'Correct the name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html',
      fact: 'Lists the extensions that API Gateway reads.',
    },
  ],
  messages: { unknown: '"{name}" is no extension that API Gateway knows; did you mean "{near}"?' },
  check(api, { report }) {
    for (const body of bodiesOf(api)) {
      for (const node of walk(body.node)) {
        for (const { key } of node.kind === 'mapping' ? node.entries : []) {
          const { text } = key
          if (
            !/^x[-_]ama[zs]on[-_]?api[-_]?gate/i.test(text) ||
            (text.startsWith(PREFIX) && EXTENSIONS.includes(text.slice(PREFIX.length)))
          )
            continue
          const near = closest(
            text,
            EXTENSIONS.map((name) => PREFIX + name),
          )
          // New ones come; what resembles none may be one.
          if (near) report({ node: key, when: body.when }, 'unknown', { name: text, near })
        }
      }
    }
  },
})
