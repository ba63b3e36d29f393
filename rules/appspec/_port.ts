import type { AppSpec, Scalar } from '#rule'

/** What stands as the container port of each ECS service. */
export function portOf(appspec: AppSpec): Scalar[] {
  if (appspec.platform !== 'ecs') return []
  return appspec.targets.flatMap(({ properties }) => {
    const balancer = appspec.entry(properties, 'LoadBalancerInfo')?.value
    const port = appspec.entry(balancer, 'ContainerPort')?.value
    return port?.kind === 'scalar' ? [port] : []
  })
}
