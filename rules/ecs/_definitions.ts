import { leadsOf, nodesAt, type Resource, type When } from '#rule'

/** The task definitions of the template that a service runs, each with the condition under which it does. */
export const definitionsOf = (service: Resource): { task: Resource; when: When }[] =>
  nodesAt(service, 'TaskDefinition').flatMap(({ node, when }) =>
    leadsOf(service.template, node, when)
      .filter(({ resource }) => resource.type === 'AWS::ECS::TaskDefinition')
      .map((lead) => ({ task: lead.resource, when: lead.when })),
  )
