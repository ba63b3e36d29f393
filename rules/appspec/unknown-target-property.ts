import { closest, defineRule, type Mapping, RESOURCE_KEYS, respell, TARGET_PROPERTIES, unknownKeys } from '#rule'
import { RESOURCES } from './_pages.ts'

export default defineRule({
  id: 'appspec/unknown-target-property',
  title: 'AppSpec resource has an unknown property',
  severity: 'warning',
  on: ['appspec'],
  fixes: 'safe',
  why: 'CodeDeploy takes a fixed list of properties; what another one says has no effect on the deployment.',
  fix: 'Correct the name, or remove the property.',
  sources: [{ url: RESOURCES, fact: 'The properties of a Lambda function and of an ECS service are fixed lists.' }],
  notes: ['000:361', '002:1198', '002:1209', '003:455'],
  messages: {
    misspelt: '"{key}" is no property of {of}; did you mean "{near}"?',
    unknown: '"{key}" is no property of {of}; the properties are {names}.',
  },
  check(appspec, { report }) {
    const { platform } = appspec
    for (const target of platform === 'lambda' || platform === 'ecs' ? appspec.targets : []) {
      checkKeys(target.node, RESOURCE_KEYS, RESOURCE_KEYS, 'a resource')
      if (platform === 'lambda')
        checkKeys(target.properties, TARGET_PROPERTIES.lambda, TARGET_PROPERTIES.lambda, 'a Lambda function in an AppSpec')
      else checkEcs(target.properties)
    }

    function checkEcs(properties: Mapping | undefined): void {
      checkKeys(properties, TARGET_PROPERTIES.ecs, ['TaskDefinition', 'LoadBalancerInfo'], 'an ECS service in an AppSpec')
      const child = (name: string, of = properties): Mapping | undefined => {
        const value = appspec.entry(of, name)?.value
        return value?.kind === 'mapping' ? value : undefined
      }
      const balancer = ['ContainerName', 'ContainerPort']
      checkKeys(child('LoadBalancerInfo'), balancer, balancer, 'LoadBalancerInfo')
      const network = child('NetworkConfiguration')
      checkKeys(network, ['AwsvpcConfiguration'], ['AwsvpcConfiguration'], 'NetworkConfiguration')
      const settings = ['Subnets', 'SecurityGroups', 'AssignPublicIp']
      checkKeys(child('AwsvpcConfiguration', network), settings, settings, 'AwsvpcConfiguration')
      const strategy = appspec.entry(properties, 'CapacityProviderStrategy')?.value
      for (const item of strategy?.kind === 'sequence' ? strategy.items : [])
        if (item.kind === 'mapping')
          checkKeys(item, ['CapacityProvider', 'Base', 'Weight'], ['CapacityProvider'], 'a capacity provider strategy item')
    }

    /** Keys that were meant as a required one that is missing are reported as missing. */
    function checkKeys(mapping: Mapping | undefined, names: readonly string[], required: readonly string[], of: string): void {
      if (!mapping) return
      const meant = required.map((name) => appspec.standIn(mapping, name, names))
      for (const key of unknownKeys(mapping, names)) {
        const isKnown = names.some((name) => name.toLowerCase() === key.text.toLowerCase())
        if (isKnown || meant.includes(key)) continue
        const near = closest(key.text, names)
        if (near) report(key, 'misspelt', { key: key.text, of, near }, respell(key, names))
        else report(key, 'unknown', { key: key.text, of, names: names.join(', ') })
      }
    }
  },
})
