import { defineRule } from '#rule'
import { ECS_NEEDS, groupsOn, INSTANCES, lackingAll } from './_groups.ts'

export default defineRule({
  id: 'codedeploy/group-without-targets',
  title: 'Deployment group selects no instances and no service',
  severity: 'warning',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'Each deployment fails, for there is nothing to deploy to.',
  fix: 'Choose the instances by tags or Auto Scaling groups, the service of ECS in ECSServices.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentGroup.html',
      fact: 'A group on EC2/On-Premises has tags or Auto Scaling groups that choose its instances.',
    },
  ],
  notes: ['000:383', '001:1127', '001:1128', '001:1130', '001:1132', '002:1198', '002:1199', '002:1204', '002:2380'],
  messages: {
    service: 'This deployment group has no service; name it in ECSServices.',
    none: 'This deployment group has no instances; choose them by Ec2TagFilters, Ec2TagSet or AutoScalingGroups.',
  },
  check(resource, { report }) {
    for (const { group } of groupsOn(resource, 'Server'))
      for (const when of lackingAll(group, INSTANCES)) report({ node: resource.node, when }, 'none')
    // The rule on incomplete groups names the service with what else is missing.
    for (const { group } of groupsOn(resource, 'ECS'))
      for (const when of group.lacking('ECSServices'))
        if (!ECS_NEEDS.some((need) => group.under(when).lacking(need).length)) report({ node: resource.node, when }, 'service')
  },
})
