import { type AppSpec, defineRule, isUnevaluated, kindName, listOf, type Node } from '#rule'
import { isSet, networksOf } from './_network.ts'
import { ASSISTANT, RESOURCES } from './_pages.ts'

export default defineRule({
  id: 'appspec/incomplete-network-configuration',
  title: 'NetworkConfiguration needs subnets, security groups and public IP setting',
  severity: 'error',
  on: ['appspec'],
  why: 'The configuration replaces that of the service as a whole; with a part of it missing CodeDeploy refuses the file.',
  fix: 'Give Subnets, SecurityGroups and AssignPublicIp below AwsvpcConfiguration, or leave out NetworkConfiguration.',
  sources: [
    { url: RESOURCES, fact: 'With NetworkConfiguration, AwsvpcConfiguration must set Subnets, SecurityGroups and AssignPublicIp.' },
    { url: ASSISTANT, fact: "AWS's own checker refuses a configuration with a part missing, and one in which a part is empty." },
  ],
  messages: {
    noVpc: '"NetworkConfiguration" has no "AwsvpcConfiguration"; add it with Subnets, SecurityGroups and AssignPublicIp.',
    missing: '"AwsvpcConfiguration" lacks {names}; give all three of Subnets, SecurityGroups and AssignPublicIp, or none.',
    notList: '"{name}" is {kind}; write a list of IDs.',
    notText: 'The item of "{name}" is {kind}; write one ID.',
    empty: 'The item of "{name}" is empty; write an ID, or remove it.',
    notMapping: '"{name}" is {kind}; write its settings below it.',
  },
  check(appspec, { report }) {
    for (const { network, vpc } of networksOf(appspec)) {
      if (!isSet(network.value) || isUnevaluated(network.value)) continue
      if (network.value.kind !== 'mapping')
        report(network.key, 'notMapping', { name: 'NetworkConfiguration', kind: kindName(network.value) })
      else if (!vpc || !isSet(vpc.value)) report(vpc?.key ?? network.key, 'noVpc')
      else if (vpc.value.kind !== 'mapping') report(vpc.key, 'notMapping', { name: 'AwsvpcConfiguration', kind: kindName(vpc.value) })
      else if (!isUnevaluated(vpc.value)) {
        const missing = SETTINGS.filter((name) => !isSet(appspec.entry(vpc.value, name)?.value))
        if (missing.length > 0 && missing.length < SETTINGS.length) report(vpc.key, 'missing', { names: listOf(missing, 'and') })
        checkLists(appspec, vpc.value)
      }
    }

    function checkLists(appspec: AppSpec, vpc: Node): void {
      for (const name of ['Subnets', 'SecurityGroups']) {
        const value = appspec.entry(vpc, name)?.value
        if (!isSet(value) || isUnevaluated(value)) continue
        if (value.kind !== 'sequence') report(value, 'notList', { name, kind: kindName(value) })
        for (const item of value.kind === 'sequence' ? value.items : []) {
          if (item.kind !== 'scalar' && !isUnevaluated(item)) report(item, 'notText', { name, kind: kindName(item) })
          else if (!isSet(item)) report(item, 'empty', { name })
        }
      }
    }
  },
})

const SETTINGS: readonly string[] = ['Subnets', 'SecurityGroups', 'AssignPublicIp']
