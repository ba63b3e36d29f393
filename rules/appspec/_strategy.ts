import type { AppSpec, Entry, Mapping } from '#rule'

/** The CapacityProviderStrategy of each ECS service with its items that are mappings. */
export function strategiesOf(appspec: AppSpec): { entry: Entry; items: readonly Mapping[] }[] {
  if (appspec.platform !== 'ecs') return []
  return appspec.targets.flatMap(({ properties }) => {
    const entry = appspec.entry(properties, 'CapacityProviderStrategy')
    const items = entry?.value.kind === 'sequence' ? entry.value.items : []
    return entry ? [{ entry, items: items.filter((item): item is Mapping => item.kind === 'mapping') }] : []
  })
}
