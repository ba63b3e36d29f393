import { both, callOf, canHold, type Known, type Node, type Properties, type Resource, type Template, type When } from '#rule'

/** A page of the API reference. */
export const api = (name: string) => `https://docs.aws.amazon.com/codebuild/latest/APIReference/API_${name}.html` as const

export const IMAGES = 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-available.html'
export const COMPUTE = 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-compute-types.html'
export const VPC = 'https://docs.aws.amazon.com/codebuild/latest/userguide/vpc-support.html'

/** The primary artifacts and the secondary ones. */
export const artifactsOf = (project: Properties): Properties[] => [...project.items('Artifacts'), ...project.items('SecondaryArtifacts')]

/** The primary source and the secondary ones. */
export const sourcesOf = (project: Properties): Properties[] => [...project.items('Source'), ...project.items('SecondarySources')]

/** The cases in which a value is there and another property is missing. */
export function* without<T>(of: Properties, values: readonly Known<T>[], missing: string): Generator<{ value: Known<T>; when: When }> {
  for (const value of values) {
    for (const absent of of.absent(missing)) {
      const when = both(value.when, absent.when)
      if (canHold(when)) yield { value, when }
    }
  }
}

/** The resource that a node refers to by Ref or Fn::GetAtt; undefined for anything else. */
export function referredBy(template: Template, node: Node): { resource: Resource; attribute: string | undefined } | undefined {
  const call = callOf(node)
  if (!call) return undefined
  const { argument } = call
  const [id, attribute] =
    argument.kind === 'scalar'
      ? call.name === 'Ref'
        ? [argument.text]
        : argument.text.split(/\.(.*)/s)
      : argument.kind === 'sequence'
        ? argument.items.map((item) => (item.kind === 'scalar' ? item.text : ''))
        : []
  if (call.name !== 'Ref' && call.name !== 'Fn::GetAtt') return undefined
  const resource = template.resources.get(id ?? '')
  return resource && { resource, attribute: call.name === 'Ref' ? undefined : attribute }
}
