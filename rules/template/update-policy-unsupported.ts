import { closest, defineRule, listOf, respell } from '#rule'
import { UPDATE_POLICIES } from './_update-policies.ts'

export default defineRule({
  id: 'template/update-policy-unsupported',
  title: 'UpdatePolicy does not fit the resource type',
  severity: 'error',
  on: ['*'],
  fixes: 'safe',
  why: 'CloudFormation rejects the template; instances, for one, are rolled by the policy of their Auto Scaling group.',
  fix: 'Move the policy to the resource that takes it, or correct its name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html',
      fact: 'UpdatePolicy is for AppStream fleets, Auto Scaling groups, ElastiCache replication groups, OpenSearch and Elasticsearch domains and Lambda aliases, each with policies of its own.',
    },
    {
      url: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.CfnUpdatePolicy.html',
      fact: 'AutoScalingInstanceRefresh is among the policies of an Auto Scaling group.',
    },
  ],
  notes: ['002:1276'],
  cfnLint: ['E3016'],
  messages: {
    type: '{type} takes no {name} in UpdatePolicy; {types} can.',
    misspelt: 'UpdatePolicy has no "{name}"; did you mean "{near}"?',
    unknown: 'UpdatePolicy has no "{name}"; remove it.',
  },
  check(resource, { report }) {
    const { type, template } = resource
    const policy = resource.attributeMap('UpdatePolicy')
    // SAM passes the policy of a function on to what it makes.
    if (!policy || policy.isOpen || template.isRewritten || /^(AWS::Serverless::|$)|::MODULE$/.test(type)) return
    for (const { key } of policy.entries) {
      const name = key.text
      const types = UPDATE_POLICIES[name]?.types
      const near = closest(name, Object.keys(UPDATE_POLICIES))
      if (types && !types.includes(type)) report(key, 'type', { type, name, types: listOf(types, 'and') })
      else if (!types && near) report(key, 'misspelt', { name, near }, respell(key, Object.keys(UPDATE_POLICIES)))
      else if (!types) report(key, 'unknown', { name })
    }
  },
})
