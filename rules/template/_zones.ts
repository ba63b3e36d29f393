import type { Fact, Resource } from '#rule'

/** Where the types of AWS take the names of availability zones. */
const PATHS = [
  'AvailabilityZone',
  'AvailabilityZones.*',
  'PreferredAvailabilityZone',
  'PreferredAvailabilityZones.*',
  'PreferredCacheClusterAZs.*',
  'Placement.AvailabilityZone',
  'LaunchTemplateData.Placement.AvailabilityZone',
  'Instances.Placement.AvailabilityZone',
]

/** Every case of a property of the resource that names an availability zone. */
export function zoneFacts(resource: Resource): Fact[] {
  if (!resource.type.startsWith('AWS::')) return []
  return PATHS.flatMap((path) => resource.facts(path)).filter((fact) => fact.state !== 'absent')
}
