import { boolean, eventSourcesIn, isSpelledOut, type Origin, type Properties, type Resource, type SourceKind } from '#rule'

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
      for (const flag of queue.possible('FifoQueue', boolean)) {
        const is = flag.state === 'known' ? flag.value : flag.state === 'absent' ? false : undefined
        if (is === isFifo) yield { settings: settings.under(flag.when), origin }
      }
    } else if (isSpelledOut(origin.text.slice(-5)) && origin.text.startsWith('arn:') && origin.text.endsWith('.fifo') === isFifo)
      yield { settings, origin }
  }
}
