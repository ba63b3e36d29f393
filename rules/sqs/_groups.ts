import { arnsAt, both, canHold, type Node, type Resource, type When } from '#rule'

/** The FIFO queues that targets name, in the cases in which the path to the message group is not set. */
export function groupless(resource: Resource, target: string, group: string): { queue: string; node: Node; when: When }[] {
  return arnsAt(resource.template, resource, target).flatMap((use) =>
    (use.service === 'sqs' ? use.fifo : []).flatMap(({ isFifo, when }) =>
      (isFifo ? use.holder.absent(group) : [])
        .map((absent) => ({ queue: use.resource?.id ?? use.text, node: use.node, when: both(when, absent.when) }))
        .filter((one) => canHold(one.when)),
    ),
  )
}
