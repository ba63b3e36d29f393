import { closest, defineRule, helperCalls, userDataOf } from '#rule'

export default defineRule({
  id: 'template/unknown-signal-target',
  title: 'This cfn-signal names a resource that the template does not have',
  severity: 'error',
  on: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  why: 'The signal goes nowhere, and the resource that waits for it times out.',
  fix: 'Write the logical ID of the resource that has the CreationPolicy.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-signal.html',
      fact: 'With --resource cfn-signal signals the resource of that logical ID in the stack that --stack names.',
    },
  ],
  notes: ['002:1273', '002:2249'],
  messages: {
    misspelt: 'This cfn-signal names "{id}", which is no resource of the template; did you mean "{near}"?',
    unknown: 'This cfn-signal names "{id}", which is no resource of the template.',
  },
  check(resource, { report }) {
    const { template } = resource
    if (template.isOpen('Resources')) return
    for (const { text, host, when } of userDataOf(resource)) {
      for (const call of helperCalls(text, 'cfn-signal')) {
        const named = call.option('--resource')
        if (!named || call.option('--stack', '-s') || template.resources.has(named.value) || !/^[A-Za-z0-9]+$/.test(named.value)) continue
        const near = closest(named.value, template.resources.keys())
        const place = { node: host, span: named.span, when }
        if (near) report(place, 'misspelt', { id: named.value, near })
        else report(place, 'unknown', { id: named.value })
      }
    }
  },
})
