import type { Properties, Resource } from '#rule'

/** The functions that a distribution runs at the edge, with the event at which it does. */
export const associationsOf = (distribution: Resource): Properties[] =>
  ['DefaultCacheBehavior', 'CacheBehaviors.*'].flatMap((path) =>
    distribution.items(`DistributionConfig.${path}.LambdaFunctionAssociations`),
  )
