import type { Properties, Resource } from '#rule'

/** A subscription itself, and those that a topic lists. */
export const subscriptionsIn = (resource: Resource): Properties[] =>
  resource.type === 'AWS::SNS::Topic' ? resource.items('Subscription') : [resource]
