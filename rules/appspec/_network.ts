import { type AppSpec, type Entry, isBlank, type Node } from '#rule'

/** The NetworkConfiguration of each ECS service, and in it AwsvpcConfiguration. */
export function networksOf(appspec: AppSpec): { network: Entry; vpc: Entry | undefined }[] {
  if (appspec.platform !== 'ecs') return []
  return appspec.targets.flatMap(({ properties }) => {
    const network = appspec.entry(properties, 'NetworkConfiguration')
    return network ? [{ network, vpc: appspec.entry(network.value, 'AwsvpcConfiguration') }] : []
  })
}

/** Whether a setting says something: no empty list, no empty text. */
export const isSet = (node: Node | undefined): node is Node =>
  node !== undefined && (node.kind === 'sequence' ? node.items.length > 0 : node.kind === 'mapping' || !isBlank(node))
