import { leadsAt, type Properties, type Resource } from '#rule'

/** The clusters of the template that an instance belongs to, where it does. */
export const clustersOf = (instance: Resource): { id: string; cluster: Properties }[] =>
  leadsAt(instance.template, instance, 'DBClusterIdentifier', 'AWS::RDS::DBCluster').map(({ resource, when }) => ({
    id: resource.id,
    cluster: resource.under(when),
  }))
