import { defineRule, listOf, type When } from '#rule'
import { ECS_NEEDS, groupsOn } from './_groups.ts'

export default defineRule({
  id: 'codedeploy/incomplete-ecs-group',
  title: 'ECS deployment group lacks target groups or blue/green options',
  severity: 'error',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'CodeDeploy rejects the deployment group: "For ECS deployment group, blueGreenDeploymentConfiguration must be specified".',
  fix: 'Set a pair of target groups with the production listener, and both blue/green options.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-groups-create-ecs.html',
      fact: 'A group for ECS has a service, two target groups, a production listener, and says when traffic moves and when the old tasks go.',
    },
  ],
  notes: ['001:1127', '001:1128', '001:1130', '001:1132', '002:1198', '002:1209', '002:2382'],
  messages: {
    missing: 'A group of the platform ECS lacks {names}; add what is missing.',
    pair: 'A pair has two TargetGroups, not {count}.',
  },
  check(resource, { report }) {
    for (const { group } of groupsOn(resource, 'ECS')) {
      const gaps = ECS_NEEDS.flatMap((name) => group.lacking(name).map((when) => ({ name: name.split('.').at(-1) ?? name, when })))
      for (const { when, names } of sameCase(gaps)) {
        if (group.under(when).lacking('ECSServices').length) names.unshift('ECSServices')
        report({ node: resource.node, when }, 'missing', { names: listOf(names, 'and') })
      }
      for (const pair of group.items('LoadBalancerInfo.TargetGroupPairInfoList')) {
        for (const { node, most, least } of pair.counts('TargetGroups')) {
          const wrong = most.count !== 2 ? most : least
          if (wrong.count !== 2) report({ node, when: wrong.when }, 'pair', { count: wrong.count })
        }
      }
    }
  },
})

/** What is missing in the same case, together. */
function sameCase(gaps: readonly { name: string; when: When }[]) {
  const cases = new Map<unknown, { when: When; names: string[] }>()
  for (const { name, when } of gaps) {
    const known = cases.get(when.formula)
    if (known) known.names.push(name)
    else cases.set(when.formula, { when, names: [name] })
  }
  return cases.values()
}
