import { both, canHold, eventSourcesIn, type Node, number, type Resource, type When } from '#rule'

/** A queue of the template that a function of it polls, with what counts of both in one case. */
interface Poll {
  readonly queue: Resource
  /** Seconds for which a message that was received is hidden. */
  readonly hidden: number
  readonly fn: Resource
  /** Seconds for which the function may run. */
  readonly timeout: number
  /** What has to be edited: the visibility timeout, or what names the queue where it is not set. */
  readonly node: Node
  readonly when: When
}

/** The defaults of SQS and Lambda. */
const HIDDEN = 30
const TIMEOUT = 3

export function pollsIn(resource: Resource): Poll[] {
  const found: Poll[] = []
  for (const { origins, functions } of eventSourcesIn(resource)) {
    for (const origin of origins) {
      const queue = origin.resource
      if (queue?.type !== 'AWS::SQS::Queue') continue
      for (const use of functions) {
        const fn = use.function
        const link = both(origin.when, use.when)
        for (const hidden of secondsOf(queue, 'VisibilityTimeout', HIDDEN)) {
          for (const timeout of secondsOf(fn, 'Timeout', TIMEOUT)) {
            const when = both(link, both(hidden.when, timeout.when))
            if (canHold(when))
              found.push({ queue, hidden: hidden.seconds, fn, timeout: timeout.seconds, node: hidden.node ?? origin.node, when })
          }
        }
      }
    }
  }
  return found
}

function secondsOf(resource: Resource, property: string, byDefault: number): { seconds: number; node: Node | undefined; when: When }[] {
  return resource.possible(property, number).flatMap((fact) => {
    if (fact.state === 'unknown') return []
    return [
      fact.state === 'known'
        ? { seconds: fact.value, node: fact.node, when: fact.when }
        : { seconds: byDefault, node: undefined, when: fact.when },
    ]
  })
}
