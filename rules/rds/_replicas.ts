import { leadsAt, type Resource } from '#rule'

/** The sources of a replica that are in the template. */
export const sourcesOf = (replica: Resource): ReturnType<typeof leadsAt> =>
  leadsAt(replica.template, replica, 'SourceDBInstanceIdentifier', 'AWS::RDS::DBInstance')
