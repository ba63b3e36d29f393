import {
  all,
  anything,
  behaviorsOf,
  type Check,
  each,
  type FunctionUse,
  functionsAt,
  type Known,
  nodesAt,
  type PartOf,
  type Place,
  type Properties,
  type Resource,
  string,
  type When,
  within,
} from '#rule'

/** A check of every cache behavior, the default one included. */
export const ofBehaviors = (check: Check): Check =>
  all(within('DistributionConfig.DefaultCacheBehavior', check), each('DistributionConfig.CacheBehaviors', check))

/** The functions of the template that run at the edge for a distribution. */
export const edgeFunctionsOf = (distribution: Resource): FunctionUse[] =>
  behaviorsOf(distribution).flatMap((behavior) =>
    nodesAt(behavior, 'LambdaFunctionAssociations.*.LambdaFunctionARN').flatMap(({ node, when }) =>
      functionsAt(distribution.template, node, when),
    ),
  )

/** The texts of a list, if each of them is known. */
export function textsIn(of: Properties, path: string): Known<string>[] | undefined {
  const facts = of.facts(`${path}.*`).filter(({ state }) => state !== 'absent')
  const texts = of.known(`${path}.*`, string)
  return texts.length > 0 && facts.length === texts.length ? texts : undefined
}

/** A place in some of its cases. */
export function inCase(place: Place, when: When): PartOf {
  if ('state' in place) return { node: place.node, when }
  return 'kind' in place ? { node: place, when } : { ...place, when }
}

/** The IDs of the origins and origin groups of a distribution, in whatever case; undefined where one of them is not known. */
export function originIds(distribution: Resource): string[] | undefined {
  const paths = ['DistributionConfig.Origins.*.Id', 'DistributionConfig.OriginGroups.Items.*.Id']
  if (paths.some((path) => distribution.facts(path).some(({ state }) => state === 'unknown'))) return undefined
  return paths.flatMap((path) => distribution.known(path, string)).map(({ value }) => value)
}

/** Whether a bucket does not block public policies in some case. */
export const isOpened = (bucket: Resource): boolean =>
  bucket.items('PublicAccessBlockConfiguration').some((block) => {
    const [flag] = block.facts('BlockPublicPolicy')
    return flag?.state !== 'known' || string.read(flag.value)?.toLowerCase() !== 'true'
  })

/** The cases in which a list is there and holds something. */
export const filled = (of: Properties, path: string): Known[] =>
  of.known(path, anything).filter(({ value }) => value.kind === 'sequence' && value.items.length > 0)

/** Whether a value is one of those that a parameter allows: who deploys chooses it. */
export const isOffered = ({ via, node }: Known<unknown>): boolean => via !== undefined && node.key === null
