import type { Source } from '../source/source.ts'
import { entryOf, type Mapping, type Node, type Scalar } from '../source/tree.ts'
import { table } from '../table.ts'
import { contentsAt } from '../template/contents.ts'
import { partsAt } from '../template/documents.ts'
import { callOf } from '../template/intrinsics.ts'
import type { Resource, Template } from '../template/template.ts'
import { both, canHold, type Fact, Known, Properties, type Resolver, string, Unknown, type When } from '../values.ts'
import { type ApiKind, kindsOf } from './parts.ts'

/** The property in which each type of API holds its OpenAPI definition. */
const PROPERTIES: Readonly<Record<string, string>> = table({
  'AWS::ApiGateway::RestApi': 'Body',
  'AWS::ApiGatewayV2::Api': 'Body',
  'AWS::Serverless::Api': 'DefinitionBody',
  'AWS::Serverless::HttpApi': 'DefinitionBody',
})

/** The types that can hold a definition. */
export const API_TYPES = ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api', 'AWS::Serverless::Api', 'AWS::Serverless::HttpApi'] as const

const ANY_METHOD = 'x-amazon-apigateway-any-method'

/** Keys of a path that are operations. `trace` is none that API Gateway knows. */
const OPERATION_KEYS: readonly string[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', ANY_METHOD]

/** References within references are followed this far. */
const MAX_REFERENCES = 8

/** The OpenAPI definition of an API, as an object or as text. */
export class ApiBody extends Properties {
  constructor(
    /** Positioned in the document that is looked at, also where the definition stands as text. */
    readonly source: Source,
    node: Mapping,
    when: When,
    resolver: Resolver,
    readonly resource: Resource,
    /** The property that holds it: `Body` or `DefinitionBody`. */
    readonly property: string,
  ) {
    super(node, when, resolver)
  }

  /** What kind of API it is of; undefined where that is not known. */
  get kind(): ApiKind | undefined {
    const kinds = new Set(kindsOf(this.resource).map(({ value }) => value))
    return kinds.size === 1 ? [...kinds][0] : undefined
  }

  /** 2 for `swagger: "2.0"`, 3 for `openapi: 3.…`; undefined where it says neither or both. */
  get version(): 2 | 3 | undefined {
    const [swagger, openapi] = [this.#only('swagger'), this.#only('openapi')]
    if (swagger !== undefined && openapi === undefined) return 2
    return openapi?.startsWith('3') && swagger === undefined ? 3 : undefined
  }

  /** The paths that are maps. */
  get paths(): ApiPath[] {
    this.#paths ??= this.items('paths').flatMap((paths) =>
      paths.entries.flatMap(({ key, value }) =>
        key.text.startsWith('x-')
          ? []
          : this.maps(value, paths.when).map(({ node, when }) => new ApiPath(this, key, node, when, this.resolver)),
      ),
    )
    return this.#paths
  }
  #paths: ApiPath[] | undefined

  /** Every operation of every path, in order. */
  get operations(): Operation[] {
    return this.paths.flatMap((path) => path.operations)
  }

  /** Whether every path and operation is written here. */
  get isComplete(): boolean {
    const paths = this.facts('paths')
    return !this.isOpen && paths.every((fact) => fact.state === 'known' && fact.value.kind === 'mapping' && !this.resolver.open(fact.value))
  }

  /** What declares how callers are told apart, by name; empty where the map is not there. */
  get securitySchemes(): { readonly key: Scalar; readonly scheme: Properties }[] {
    return this.items(this.securityPath).flatMap((schemes) =>
      schemes.entries.flatMap(({ key, value }) => this.maps(value, schemes.when).map((scheme) => ({ key, scheme }))),
    )
  }

  /** Where security schemes are declared in this version. */
  get securityPath(): string {
    return this.version === 2 ? 'securityDefinitions' : 'components.securitySchemes'
  }

  /** The maps that a node can be, a `$ref` within the definition followed; nothing for one that leads outside. */
  maps(node: Node, when: When, left = MAX_REFERENCES): Properties[] {
    return this.resolver.resolve(node, when).flatMap((fact) => {
      if (fact.state !== 'known' || fact.value.kind !== 'mapping' || !canHold(fact.when)) return []
      const reference = entryOf(fact.value, '$ref')?.value
      if (!reference) return [new Properties(fact.value, fact.when, this.resolver)]
      const target = reference.kind === 'scalar' ? this.pointed(reference.text) : undefined
      return target && left > 0 ? this.maps(target, fact.when, left - 1) : []
    })
  }

  /** The node that a reference within the definition (`#/components/…`) leads to. */
  pointed(reference: string): Node | undefined {
    const end = this.#follow(reference)
    return end === 'nowhere' || end === 'unknown' ? undefined : end
  }

  /** Whether a reference within the definition certainly leads nowhere. */
  isDangling(reference: string): boolean {
    return this.#follow(reference) === 'nowhere'
  }

  #follow(reference: string): Node | 'nowhere' | 'unknown' {
    if (!reference.startsWith('#/')) return 'unknown'
    let here: Node = this.node
    for (const step of reference.slice(2).split('/')) {
      if (here.kind === 'sequence') return 'unknown'
      if (here.kind === 'mapping' && (this.resolver.open(here) || callOf(here))) return 'unknown'
      const entry = entryOf(here, decodeStep(step))
      if (!entry) return 'nowhere'
      here = entry.value
    }
    return here
  }

  /** Every case of a node that stands in it. */
  resolve(node: Node, when: When): Fact[] {
    return this.resolver.resolve(node, when)
  }

  #only(path: string): string | undefined {
    const [only, ...others] = this.facts(path)
    return only?.state === 'known' && others.length === 0 ? string.read(only.value) : undefined
  }
}

function decodeStep(step: string): string {
  const plain = step.replaceAll('~1', '/').replaceAll('~0', '~')
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}

/** One path with its operations. */
export class ApiPath extends Properties {
  constructor(
    readonly body: ApiBody,
    readonly key: Scalar,
    node: Mapping,
    when: When,
    resolver: Resolver,
  ) {
    super(node, when, resolver)
  }

  /** `/items/{id}` */
  get text(): string {
    return this.key.text
  }

  /** The names in braces, without the `+` of a greedy one. */
  get parameters(): string[] {
    return [...this.text.matchAll(/\{([^{}]+?)\+?\}/g)].map((match) => match[1] as string)
  }

  get operations(): Operation[] {
    return this.entries.flatMap(({ key, value }) =>
      OPERATION_KEYS.includes(key.text.toLowerCase())
        ? this.body.maps(value, this.when).map(({ node, when }) => new Operation(this, key, node, when, this.resolver))
        : [],
    )
  }
}

/** One method of a path. */
export class Operation extends Properties {
  constructor(
    readonly owner: ApiPath,
    readonly key: Scalar,
    node: Mapping,
    when: When,
    resolver: Resolver,
  ) {
    super(node, when, resolver)
  }

  /** `GET`, `ANY`, … */
  get method(): string {
    return this.key.text === ANY_METHOD ? 'ANY' : this.key.text.toUpperCase()
  }

  /** Its integrations, references to `x-amazon-apigateway-integrations` followed. */
  get integrations(): Properties[] {
    const entry = entryOf(this.node, 'x-amazon-apigateway-integration')
    return entry ? this.owner.body.maps(entry.value, this.when) : []
  }
}

const known = new WeakMap<Resource, ApiBody[]>()

/** The definitions that an API holds, one for each case of conditions, or that of the local file that it names; none for one in S3. */
export function bodiesOf(api: Resource): readonly ApiBody[] {
  let bodies = known.get(api)
  if (!bodies) {
    bodies = readBodies(api)
    known.set(api, bodies)
  }
  return bodies
}

function readBodies(api: Resource): ApiBody[] {
  const property = PROPERTIES[api.type]
  const node = property && entryOf(api.node, property)?.value
  const { template } = api
  if (!property || !node) return readFiles(template, api)
  return contentsAt(template, node, api.when).flatMap(({ source, node: map, when, resolver, problem }) =>
    map && !problem ? [new ApiBody(source, map, when, resolver, api, property)] : [],
  )
}

/** Properties that name a file beside the template, which is uploaded when the template is packaged. */
const FILES = ['DefinitionUri', 'BodyS3Location']

function readFiles(template: Template, api: Resource): ApiBody[] {
  return FILES.flatMap((property) =>
    partsAt(template, api, property).flatMap(({ source, when }) => {
      const joint = both(api.when, when)
      const isRead = source.root?.kind === 'mapping' && !source.problems.some(({ code }) => code === 'syntax-error')
      return isRead && canHold(joint) ? [new ApiBody(source, source.root as Mapping, joint, AS_IMPORTED, api, property)] : []
    }),
  )
}

/** API Gateway fills in `${AWS::Region}` and the like while it imports; functions in a file are filled in by nobody we know of. */
const AS_IMPORTED: Resolver = {
  resolve(node, when): Fact[] {
    const isUnknown = node.kind === 'scalar' ? node.text.includes('${') : callOf(node) !== undefined
    return [isUnknown ? new Unknown(node, when, undefined) : new Known(node, node, when)]
  },
  isData: (node) => callOf(node) === undefined,
  open: (node) => node.entries.some(({ key }) => /^Fn::|\$\{/.test(key.text)),
}
