import { childOf, entryOf, type Mapping, type Resource } from '#rule'

/** The AWS::CloudFormation::Init metadata of a resource; undefined where there is none that can be read. */
export function initOf(resource: Resource): Mapping | undefined {
  const init = childOf(resource.attribute('Metadata')?.value, 'AWS::CloudFormation::Init')
  return init?.kind === 'mapping' ? init : undefined
}

/** Whether there may be such metadata although none is written. */
export function mayHaveInit(resource: Resource): boolean {
  const metadata = resource.attribute('Metadata')?.value
  if (resource.isBodyOpen || resource.template.isRewritten) return true
  if (!metadata) return false
  if (metadata.kind !== 'mapping' || resource.template.resolver.open(metadata) || entryOf(metadata, 'AWS::CloudFormation::Init'))
    return true
  return metadata.entries.some(({ key }) => key.text.startsWith('Fn::'))
}
