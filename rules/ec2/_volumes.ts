import { boolean, type Fact, type Known, number, type Properties, type Resource, string } from '#rule'

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

/** One of the types that a volume can have, and the volume where it has it. */
export interface TypedVolume {
  readonly type: string
  readonly here: Properties
  /** Whether a parameter chooses the type. */
  readonly isChosen: boolean
}

export const typesOf = ({ volume, hasDefault }: Volume): TypedVolume[] =>
  volume.possible('VolumeType', string).flatMap((fact) => {
    if (fact.state === 'known') return [{ type: fact.value, here: volume.under(fact.when), isChosen: fact.via !== undefined }]
    return fact.state === 'absent' && hasDefault ? [{ type: 'gp2', here: volume.under(fact.when), isChosen: false }] : []
  })

/** The numbers of a property that belong to the type: where both are chosen by parameters, who deploys matches them. */
export const numbersOf = ({ here, isChosen }: TypedVolume, name: string): Known<number>[] =>
  here.known(name, number).filter(({ via }) => !(isChosen && via))

/** The keys that are named for volumes that are certainly not asked to be encrypted. */
export const keysWithoutEncryption = (resource: Resource): Fact[] =>
  volumesOf(resource).flatMap(({ volume }) =>
    volume
      .possible('Encrypted', boolean)
      .filter((fact) => fact.state === 'absent' || (fact.state === 'known' && !fact.value))
      .flatMap(({ when }) => volume.under(when).present('KmsKeyId')),
  )
