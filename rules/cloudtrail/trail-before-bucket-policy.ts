import { both, canHold, defineRule, leadsAt, mayAccess, resourcePoliciesOf, table, waitsFor } from '#rule'

const ACTIONS = table<string>({ 'AWS::S3::Bucket': 's3:PutObject', 'AWS::SNS::Topic': 'sns:Publish' })

export default defineRule({
  id: 'cloudtrail/trail-before-bucket-policy',
  title: 'A trail must wait for its bucket policy',
  severity: 'warning',
  on: ['AWS::CloudTrail::Trail'],
  why: 'CloudFormation may make the trail first, and CloudTrail finds that it may not write.',
  fix: 'Add DependsOn with the policy to the trail.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
      fact: 'The example lets the trail depend on the policies of its bucket and topic.',
    },
  ],
  notes: ['002:1807', '002:1809'],
  messages: {
    early: 'The trail does not wait for {policy}, without which CloudTrail may not write to {id}; add DependsOn: {policy}.',
  },
  check(trail, { report }) {
    if (trail.isBodyOpen) return
    const { template } = trail
    for (const { resource, node, when } of ['S3BucketName', 'SnsTopicName'].flatMap((path) => leadsAt(template, trail, path))) {
      const action = ACTIONS[resource.type]
      // What does not admit CloudTrail at all is another mistake.
      if (!action || mayAccess(resource, { service: 'cloudtrail.amazonaws.com', action, when }) === 'no') continue
      const policies = resourcePoliciesOf(resource).policies.filter((one) => one.isCertain && canHold(both(one.when, when)))
      const [first] = policies
      const before = waitsFor(template, trail.id)
      if (!first || policies.some(({ document }) => before.has(document.resource.id))) continue
      report({ node, when: both(when, first.when) }, 'early', { policy: first.document.resource.id, id: resource.id })
    }
  },
})
