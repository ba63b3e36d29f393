import { type Properties, type Resource, string } from '#rule'

/** What makes an EBS volume: a volume, or the Ebs of a device of an instance or a template for instances. */
export interface Volume {
  readonly volume: Properties
  /** The property that holds its size. */
  readonly size: 'Size' | 'VolumeSize'
  /** Whether a missing VolumeType is gp2; elsewhere the image decides. */
  readonly hasDefault: boolean
}

/** The device mappings of an instance, a launch template or a launch configuration. */
export const devicesOf = (resource: Resource): Properties[] =>
  resource.type === 'AWS::EC2::LaunchTemplate'
    ? resource.items('LaunchTemplateData').flatMap((data) => data.items('BlockDeviceMappings'))
    : resource.items('BlockDeviceMappings')

export function volumesOf(resource: Resource): Volume[] {
  if (resource.type === 'AWS::EC2::Volume') return [{ volume: resource, size: 'Size', hasDefault: true }]
  return devicesOf(resource)
    .flatMap((device) => device.items('Ebs'))
    .map((volume) => ({ volume, size: 'VolumeSize', hasDefault: false }))
}

/** Each type that a volume is known to have, with the volume where it has that type. */
export const typesOf = ({ volume, hasDefault }: Volume): { type: string; here: Properties }[] =>
  volume.possible('VolumeType', string).flatMap((fact) => {
    if (fact.state === 'known') return [{ type: fact.value, here: volume.under(fact.when) }]
    return fact.state === 'absent' && hasDefault ? [{ type: 'gp2', here: volume.under(fact.when) }] : []
  })
