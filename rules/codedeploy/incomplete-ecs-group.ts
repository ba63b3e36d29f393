import { defineRule } from '#rule'
import { groupsOn } from './_groups.ts'

const NEEDED = [
  'ECSServices',
  'LoadBalancerInfo.TargetGroupPairInfoList',
  'BlueGreenDeploymentConfiguration.DeploymentReadyOption',
  'BlueGreenDeploymentConfiguration.TerminateBlueInstancesOnDeploymentSuccess',
]

export default defineRule({
  id: 'codedeploy/incomplete-ecs-group',
  title: 'ECS deployment group lacks a service, target groups or blue/green options',
  severity: 'error',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'CodeDeploy rejects the deployment group.',
  fix: 'Set ECSServices, a pair of target groups with the production listener, and both blue/green options.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-groups-create-ecs.html',
      fact: 'A group for ECS has a service, two target groups, a production listener, and says when traffic moves and when the old tasks go.',
    },
  ],
  notes: ['001:1127', '001:1128', '001:1130', '001:1132', '002:1198', '002:1209', '002:2382'],
  messages: {
    missing: 'A group of the platform ECS needs {name}; add it.',
    pair: 'A pair has two TargetGroups, not {count}.',
  },
  check(resource, { report }) {
    for (const { group } of groupsOn(resource, 'ECS')) {
      for (const name of NEEDED) for (const when of group.lacking(name)) report({ node: resource.node, when }, 'missing', { name })
      for (const pair of group.items('LoadBalancerInfo.TargetGroupPairInfoList')) {
        for (const { node, most, least } of pair.counts('TargetGroups')) {
          const wrong = most.count !== 2 ? most : least
          if (wrong.count !== 2) report({ node, when: wrong.when }, 'pair', { count: wrong.count })
        }
      }
    }
  },
})
