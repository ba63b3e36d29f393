import { at, atKey, defineRule, present } from '#rule'

export default defineRule({
  id: 'lambda/routing-with-codedeploy',
  title: 'An alias shifted by CodeDeploy should have no RoutingConfig',
  severity: 'warning',
  on: ['AWS::Lambda::Alias'],
  why: 'CodeDeploy writes the weights while it shifts traffic; what stands here is undone by it, or undoes it.',
  fix: 'Remove RoutingConfig.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html',
      fact: 'With CodeDeployLambdaAliasUpdate CodeDeploy shifts the traffic of the alias.',
    },
  ],
  notes: ['001:760', '001:762', '001:763'],
  messages: {
    both: 'CodeDeploy sets the weights of this alias; remove RoutingConfig.',
  },
  check(alias, { report }) {
    if (!at(alias.attribute('UpdatePolicy')?.value, 'CodeDeployLambdaAliasUpdate')) return
    for (const config of present(alias, 'RoutingConfig')) report(atKey(config), 'both')
  },
})
