import { closest, defineRule, helperCalls, userDataOf } from '#rule'
import { mayHaveInit } from './_init.ts'

export default defineRule({
  id: 'template/init-metadata-missing',
  title: 'cfn-init is run for a resource without AWS::CloudFormation::Init metadata',
  severity: 'error',
  on: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  why: 'cfn-init ends with an error and the instance is not set up.',
  fix: 'Name the resource that has the metadata, or add AWS::CloudFormation::Init to its Metadata.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-init.html',
      fact: 'This cfn-init reads the AWS::CloudFormation::Init metadata of the resource that --resource names.',
    },
  ],
  notes: ['002:1390', '002:2246', '002:2248'],
  cfnLint: ['E3009'],
  messages: {
    misspelt: 'This cfn-init names "{id}", which is no resource of the template; did you mean "{near}"?',
    unknown: 'This cfn-init names "{id}", which is no resource of the template.',
    missing: 'This cfn-init reads the metadata of "{id}", which has no AWS::CloudFormation::Init.',
  },
  check(resource, { report }) {
    const { template } = resource
    for (const { text, host, when } of userDataOf(resource)) {
      for (const call of helperCalls(text, 'cfn-init')) {
        const named = call.option('--resource', '-r')
        // A stack that is named as text is another one.
        if (!named || call.option('--stack', '-s')) continue
        const id = named.value
        const place = { node: host, span: named.span, when }
        const target = template.resources.get(id)
        const near = closest(id, template.resources.keys())
        if (target && !mayHaveInit(target)) report(place, 'missing', { id })
        else if (target || template.isOpen('Resources') || !/^[A-Za-z0-9]+$/.test(id)) continue
        else if (near) report(place, 'misspelt', { id, near })
        else report(place, 'unknown', { id })
      }
    }
  },
})
