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

const FIRST_KEYS: ReadonlySet<string> = new Set(PATHS.map((path) => path.split('.')[0] as string))

/** Every case of a property of the resource that names an availability zone. */
export function zoneFacts(resource: Resource): Fact[] {
  // Nearly no resource is placed in a zone.
  if (!resource.type.startsWith('AWS::') || !resource.entries.some(({ key }) => FIRST_KEYS.has(key.text))) return []
  return PATHS.flatMap((path) => resource.facts(path)).filter((fact) => fact.state !== 'absent')
}
