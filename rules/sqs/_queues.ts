import { eventSourcesOf, propertyPathOf, type Resource } from '#rule'

/** Whether a queue takes what others could not deliver, as far as the template tells; so, too, when its name says that. */
export function isForDeadLetters(queue: Resource): boolean {
  const { template, id } = queue
  if (/dlq|dead|fail/i.test(id) || queue.entries.some(({ key }) => key.text === 'RedriveAllowPolicy')) return true
  return template.references
    .usesOf(['Ref', 'GetAtt', 'Sub'])
    .some(({ name, node, call }) => name === id && /dead|dlq|redrive|failure/i.test(propertyPathOf(call?.node ?? node)))
}

/** Whether a function of the template polls a queue. */
export const isPolled = (queue: Resource): boolean =>
  eventSourcesOf(queue.template).some(({ origins }) => origins.some(({ resource }) => resource === queue))
