import { leadsOf, nodesAt, type Properties, type Resource } from '#rule'

/** The clusters of the template that an instance belongs to, where it does. */
export const clustersOf = (instance: Resource): { id: string; cluster: Properties }[] =>
  nodesAt(instance, 'DBClusterIdentifier').flatMap(({ node, when }) =>
    leadsOf(instance.template, node, when)
      .filter(({ resource }) => resource.type === 'AWS::RDS::DBCluster')
      .map((lead) => ({ id: lead.resource.id, cluster: lead.resource.under(lead.when) })),
  )
