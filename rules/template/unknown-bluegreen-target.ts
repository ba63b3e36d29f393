import { callOf, closest, defineRule, type Known, Properties, respell, string } from '#rule'

export default defineRule({
  id: 'template/unknown-bluegreen-target',
  title: 'Blue/green hook names a logical ID that does not exist',
  severity: 'error',
  on: ['template'],
  fixes: 'unsafe',
  why: 'The transform looks the blue resources up by their logical IDs and fails when one is missing.',
  fix: 'Write the logical IDs of the resources of the template.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/blue-green-template.html',
      fact: 'The hook names the service, its task definition and task set, the listeners and two target groups by their logical IDs; those of the green ones are made by the hook.',
    },
  ],
  notes: ['002:1303'],
  messages: {
    misspelt: '"{id}" is no resource of the template; did you mean "{near}"?',
    unknown: '"{id}" is no resource of the template.',
    groups: 'TargetGroups names {count} target groups; a blue/green deployment needs two.',
  },
  check(template, { report }) {
    if (template.isOpen('Resources')) return
    for (const { value } of template.sectionEntries('Hooks')) {
      if (value.kind !== 'mapping' || callOf(value)) continue
      const hook = new Properties(value, template.always, template.resolver)
      for (const application of hook.items('Properties.Applications')) {
        const routing = 'ECSAttributes.TrafficRouting'
        const named: Known<string>[] = [
          ...application.known('Target.LogicalID', string),
          // The second of each is green: the hook makes it.
          ...['TaskDefinitions', 'TaskSets'].flatMap((list) => application.known(`ECSAttributes.${list}.*`, string).slice(0, 1)),
          ...['ProdTrafficRoute', 'TestTrafficRoute'].flatMap((route) => application.known(`${routing}.${route}.LogicalID`, string)),
          ...application.known(`${routing}.TargetGroups.*`, string),
        ]
        for (const fact of named) {
          const id = fact.value
          if (template.resources.has(id)) continue
          const near = closest(id, template.resources.keys())
          if (near) report(fact, 'misspelt', { id, near }, respell(fact, template.resources.keys()))
          else report(fact, 'unknown', { id })
        }
        for (const { node, most, least } of application.counts(`${routing}.TargetGroups`)) {
          if (most.count === least.count && most.count !== 2) report({ node, when: most.when }, 'groups', { count: most.count })
        }
      }
    }
  },
})
