import { atKey, defineRule, present } from '#rule'
import { groupsOn, INSTANCES } from './_groups.ts'

export default defineRule({
  id: 'codedeploy/target-platform-mismatch',
  title: 'Deployment targets do not fit the platform',
  severity: 'error',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'CodeDeploy rejects the deployment group.',
  fix: 'Remove the targets of other platforms; a Lambda deployment has its function in the AppSpec.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentGroup.html',
      fact: 'Instances are chosen by tags and Auto Scaling groups on EC2/On-Premises; ecsServices is for the ECS platform.',
    },
  ],
  notes: ['001:1127', '001:1128', '001:1130', '001:1132', '002:1198', '002:1199', '002:1204', '002:2380'],
  messages: {
    mismatch: '{name} does not go with the platform {platform}; remove it.',
  },
  check(resource, { report }) {
    for (const { platform, group } of groupsOn(resource, 'Server', 'Lambda', 'ECS')) {
      for (const name of platform === 'Server' ? ['ECSServices'] : platform === 'ECS' ? INSTANCES : [...INSTANCES, 'ECSServices'])
        for (const target of present(group, name)) report(atKey(target), 'mismatch', { name, platform })
    }
  },
})
