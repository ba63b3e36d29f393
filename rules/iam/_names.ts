import { formsOf, leadsOf, nodesAt, type Place, type Resource, suspectsOf } from '#rule'

/** A value that is no name although one is wanted: an ARN, or the name of something else. */
export interface NoName {
  readonly place: Place
  /** The text, where it is known. */
  readonly value?: string
  /** The logical ID of what it is the name of. */
  readonly id?: string
}

/** The values at a path that takes names of resources of a type and that are none. */
export function noNamesAt(resource: Resource, path: string, type: string): NoName[] {
  return nodesAt(resource, path).flatMap(({ node, when }): NoName[] => {
    const leads = leadsOf(resource.template, node, when)
    const wrong = leads.filter((lead) => {
      if (lead.attribute !== undefined) return lead.attribute === 'Arn' && lead.resource.type.startsWith('AWS::IAM::')
      return (
        lead.resource.type.startsWith('AWS::') && lead.resource.type !== type && !lead.resource.type.startsWith('AWS::CloudFormation::')
      )
    })
    if (leads.length > 0)
      return wrong.map((lead) =>
        lead.attribute === undefined ? { place: lead, id: lead.resource.id } : { place: lead, value: `the ARN of ${lead.resource.id}` },
      )
    return suspectsOf(formsOf(resource.template, node, when), (text) => text.startsWith('arn:')).map(({ place, text }) => ({
      place,
      value: `"${text}"`,
    }))
  })
}
