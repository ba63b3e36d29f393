import { defineRule, isBlank, isUnevaluated, kindName, RESOURCE_KEYS, TARGET_PROPERTIES } from '#rule'
import { RESOURCES } from './_pages.ts'
import { lacking } from './_required.ts'

export default defineRule({
  id: 'appspec/incomplete-ecs-target',
  title: 'ECS AppSpec needs task definition, container name and port',
  severity: 'error',
  on: ['appspec'],
  why: 'CodeDeploy refuses the file, for a list under LoadBalancerInfo with "The input AppSpec file is a not well-formed yaml".',
  fix: 'Add TaskDefinition, and LoadBalancerInfo with ContainerName and ContainerPort below it.',
  sources: [{ url: RESOURCES, fact: 'TaskDefinition, and in LoadBalancerInfo ContainerName and ContainerPort, are required.' }],
  notes: ['002:1198', '002:1209'],
  messages: {
    noProperties: 'The service "{name}" has no Properties; add TaskDefinition and LoadBalancerInfo.',
    noBalancer: '"LoadBalancerInfo" is missing; add it with ContainerName and ContainerPort.',
    notMapping: '"{name}" is {kind} ("The input AppSpec file is a not well-formed yaml"); write its keys below it, without dashes.',
    missing: '"{name}" is missing; add it.',
    misspelt: '"{key}" is not read; write "{name}".',
    empty: '"{name}" is empty; CodeDeploy refuses the AppSpec without it.',
    notText: '"{name}" is {kind}; write one text.',
  },
  check(appspec, { report }) {
    if (appspec.platform !== 'ecs') return
    for (const { key, node, properties } of appspec.targets) {
      const written = appspec.entry(node, 'Properties')
      const other = appspec.standIn(node, 'Properties', RESOURCE_KEYS)
      if (!properties || !written) {
        if (written && isUnevaluated(written.value)) continue
        if (other) report(other, 'misspelt', { key: other.text, name: 'Properties' })
        else if (written?.value.kind === 'sequence')
          report(written.key, 'notMapping', { name: 'Properties', kind: kindName(written.value) })
        else report(written?.key ?? key, 'noProperties', { name: key.text })
        continue
      }
      const names = TARGET_PROPERTIES.ecs
      const lacks = lacking(appspec, { node: properties, place: key }, ['TaskDefinition'], names)
      const balancer = appspec.entry(properties, 'LoadBalancerInfo')
      const misspelt = appspec.standIn(properties, 'LoadBalancerInfo', names)
      if (misspelt) report(misspelt, 'misspelt', { key: misspelt.text, name: 'LoadBalancerInfo' })
      else if (!balancer || isBlank(balancer.value)) report(balancer?.key ?? key, 'noBalancer')
      else if (isUnevaluated(balancer.value)) continue
      else if (balancer.value.kind !== 'mapping')
        report(balancer.key, 'notMapping', { name: 'LoadBalancerInfo', kind: kindName(balancer.value) })
      else {
        const wanted = ['ContainerName', 'ContainerPort']
        lacks.push(...lacking(appspec, { node: balancer.value, place: balancer.key }, wanted, wanted))
      }
      for (const { place, problem, data } of lacks) report(place, problem, data)
    }
  },
})
