import { atKey, defineRule, present, string } from '#rule'

export default defineRule({
  id: 'codedeploy/on-premises-bluegreen',
  title: 'On-premises instances cannot be deployed blue/green',
  severity: 'error',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'CodeDeploy rejects the deployment group, for it cannot make such instances.',
  fix: 'Deploy in place, or to EC2 instances.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/welcome.html',
      fact: 'Blue/green deployments of the EC2/On-Premises platform work with EC2 instances only.',
    },
  ],
  notes: ['000:373', '002:1202', '002:1205', '002:2380', '002:2381', '002:2382'],
  messages: {
    onPremises: '{name} does not go with BLUE_GREEN; deploy in place or remove it.',
  },
  check(group, { report }) {
    for (const type of group.known('DeploymentStyle.DeploymentType', string)) {
      if (type.value !== 'BLUE_GREEN') continue
      for (const name of ['OnPremisesInstanceTagFilters', 'OnPremisesTagSet'])
        for (const target of present(group.under(type.when), name)) report(atKey(target), 'onPremises', { name })
    }
  },
})
