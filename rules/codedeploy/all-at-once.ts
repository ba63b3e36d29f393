import { defineRule, string } from '#rule'

export default defineRule({
  id: 'codedeploy/all-at-once',
  title: 'Deployment goes to everything at once',
  severity: 'info',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'A bad release is everywhere before anybody notices.',
  fix: 'Use a configuration that goes step by step.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html',
      fact: 'The AllAtOnce configurations deploy to all instances, or shift all traffic, in one step.',
    },
  ],
  notes: ['003:430'],
  messages: {
    all: '{name} leaves nothing to stop a bad release; use a configuration that goes step by step.',
  },
  check(group, { report }) {
    for (const name of group.known('DeploymentConfigName', string))
      if (/^CodeDeployDefault\.(Lambda|ECS)?AllAtOnce$/.test(name.value)) report(name, 'all', { name: name.value })
  },
})
