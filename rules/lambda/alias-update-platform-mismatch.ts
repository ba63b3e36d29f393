import { at, defineRule, leadsOf, string } from '#rule'

export default defineRule({
  id: 'lambda/alias-update-platform-mismatch',
  title: 'An alias update needs a CodeDeploy application for Lambda',
  severity: 'error',
  on: ['AWS::Lambda::Alias'],
  why: 'CodeDeploy refuses the deployment, and with it the update of the stack.',
  fix: 'Set ComputePlatform of the application to Lambda.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codedeploy-application.html',
      fact: 'The compute platform of an application is Server unless it says Lambda or ECS.',
    },
  ],
  notes: ['001:760', '001:762', '001:763'],
  messages: {
    platform: '{id} deploys to {value}; updates of an alias need an application with ComputePlatform Lambda.',
  },
  check(alias, { report }) {
    const name = at(alias.attribute('UpdatePolicy')?.value, 'CodeDeployLambdaAliasUpdate', 'ApplicationName')
    for (const lead of name ? leadsOf(alias.template, name, alias.when) : []) {
      if (lead.resource.type !== 'AWS::CodeDeploy::Application') continue
      for (const platform of lead.resource.under(lead.when).possible('ComputePlatform', string)) {
        const value = platform.state === 'known' ? platform.value : platform.state === 'absent' ? 'Server' : 'Lambda'
        if (value !== 'Lambda') report({ node: lead.node, when: platform.when }, 'platform', { id: lead.resource.id, value })
      }
    }
  },
})
