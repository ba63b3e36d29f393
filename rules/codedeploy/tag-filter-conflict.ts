import { all, defineRule, exclusive } from '#rule'

export default defineRule({
  id: 'codedeploy/tag-filter-conflict',
  title: 'Tag filters and tag sets exclude each other',
  severity: 'error',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'CodeDeploy rejects the deployment group.',
  fix: 'Keep one of the two.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentGroup.html',
      fact: 'Ec2TagFilters and Ec2TagSet do not go together, nor do OnPremisesInstanceTagFilters and OnPremisesTagSet.',
    },
  ],
  notes: ['000:383', '001:1127', '001:1128', '001:1130', '001:1132', '002:1198', '002:1199', '002:1204', '002:2380'],
  check: all(exclusive('Ec2TagFilters', 'Ec2TagSet'), exclusive('OnPremisesInstanceTagFilters', 'OnPremisesTagSet')),
})
