import { type EndOfService, endOf, type Place, type Resource } from '#rule'

/** Where a resource names a type whose service is at that point of its end, and what is known of the end. */
export function endingAt(resource: Resource, status: EndOfService['status']): { place: Place; row: EndOfService } | undefined {
  const row = endOf(resource.template, resource.type)
  const place = resource.attribute('Type')?.value
  return place && row?.status === status ? { place, row } : undefined
}
