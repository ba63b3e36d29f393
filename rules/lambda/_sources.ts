import { eventSourcesIn, fifoIn, fifoOf, type Origin, type Properties, type Resource, type SourceKind } from '#rule'

/** The event sources of these kinds that a resource holds: their settings, where they read from one. */
export function* sourcesOf(resource: Resource, ...kinds: readonly SourceKind[]): Generator<{ settings: Properties; origin: Origin }> {
  for (const { origins, properties } of eventSourcesIn(resource)) {
    for (const origin of origins) {
      if (kinds.includes(origin.kind as SourceKind)) yield { settings: properties.under(origin.when), origin }
    }
  }
}

/** The queues among them that are certainly FIFO, or certainly not. */
export function* queuesOf(resource: Resource, isFifo: boolean): Generator<{ settings: Properties; origin: Origin }> {
  for (const { settings, origin } of sourcesOf(resource, 'sqs')) {
    const queue = origin.resource
    if (queue) {
      for (const one of fifoOf(queue, origin.when)) if (one.isFifo === isFifo) yield { settings: settings.under(one.when), origin }
    } else if (origin.text.startsWith('arn:') && fifoIn(origin.text) === isFifo) yield { settings, origin }
  }
}
