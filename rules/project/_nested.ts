import type { Entry, Resource } from '#rule'

export const STACK = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html'

/** What the stack is given by name; undefined where that may be more than is written. */
export function givenTo(stack: Resource): readonly Entry[] | undefined {
  const maps = stack.items('Parameters')
  const facts = stack.facts('Parameters')
  if (facts.some(({ state }) => state === 'unknown') || maps.some((map) => map.isOpen)) return undefined
  return maps.flatMap((map) => map.entries)
}
