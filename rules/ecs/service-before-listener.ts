import { both, canHold, defineRule, forwardersTo, listOf, registrationsOf, waitsFor } from '#rule'

export default defineRule({
  id: 'ecs/service-before-listener',
  title: 'A service must wait for the listener of its target group',
  severity: 'warning',
  on: ['AWS::ECS::Service'],
  why: 'CloudFormation may make the service first, and ECS rejects it: "The target group does not have an associated load balancer".',
  fix: 'Add DependsOn with the listener or the listener rule to the service.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html',
      fact: 'The example lets the service depend on the listener.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
      fact: 'Resources that do not refer to each other are made at the same time, unless DependsOn says otherwise.',
    },
  ],
  notes: ['002:1209', '002:1555', '002:1557', '002:1561'],
  messages: {
    early: 'The service does not wait for {forwarders}, without which {group} has no load balancer; add DependsOn: {first}.',
  },
  check(service, { report }) {
    if (service.isBodyOpen) return
    for (const { groups } of registrationsOf(service)) {
      for (const { resource: group, node, when } of groups) {
        const forwarders = forwardersTo(service.template, group).filter((one) => canHold(both(when, one.when)))
        const [first] = forwarders
        const before = first ? waitsFor(service.template, service.id) : undefined
        if (!first || forwarders.some(({ id }) => before?.has(id))) continue
        report({ node, when: both(when, first.when) }, 'early', {
          forwarders: listOf(forwarders.map(({ id }) => id)),
          group: group.id,
          first: first.id,
        })
      }
    }
  },
})
