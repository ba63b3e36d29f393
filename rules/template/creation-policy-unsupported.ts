import { callOf, closest, defineRule, listOf, respell, table } from '#rule'

const TYPES: Readonly<Record<string, readonly string[]>> = table({
  AutoScalingCreationPolicy: ['AWS::AutoScaling::AutoScalingGroup'],
  ResourceSignal: ['AWS::AutoScaling::AutoScalingGroup', 'AWS::EC2::Instance', 'AWS::CloudFormation::WaitCondition'],
  StartFleet: ['AWS::AppStream::Fleet'],
})

export default defineRule({
  id: 'template/creation-policy-unsupported',
  title: 'CreationPolicy is only possible for a few resource types',
  severity: 'error',
  on: ['*'],
  fixes: 'safe',
  why: 'CloudFormation rejects a template in which another resource waits for signals.',
  fix: 'Put the policy on the instance, the Auto Scaling group or a wait condition that sends or counts the signals.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-creationpolicy.html',
      fact: 'CreationPolicy is supported by AWS::AppStream::Fleet, AWS::AutoScaling::AutoScalingGroup, AWS::EC2::Instance and AWS::CloudFormation::WaitCondition.',
    },
  ],
  notes: ['002:1273', '002:2249'],
  cfnLint: ['E3001', 'E3055'],
  messages: {
    type: '{type} takes no {name} in CreationPolicy; {types} can.',
    misspelt: 'CreationPolicy has no "{name}"; did you mean "{near}"?',
    unknown: 'CreationPolicy has no "{name}"; it has {names}.',
  },
  check(resource, { report }) {
    const { type, template } = resource
    const policy = resource.attributeMap('CreationPolicy')
    // SAM drops it; that is told as such.
    if (!policy || policy.isOpen || callOf(policy.node) || template.isRewritten || /^(AWS::Serverless::|$)|::MODULE$/.test(type)) return
    for (const { key } of policy.entries) {
      const name = key.text
      const types = TYPES[name]
      const near = closest(name, Object.keys(TYPES))
      if (types && !types.includes(type)) report(key, 'type', { type, name, types: listOf(types, 'and') })
      else if (!types && near) report(key, 'misspelt', { name, near }, respell(key, Object.keys(TYPES)))
      else if (!types) report(key, 'unknown', { name, names: listOf(Object.keys(TYPES), 'and') })
    }
  },
})
