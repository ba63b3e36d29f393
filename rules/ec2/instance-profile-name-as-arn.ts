import { defineRule, leadsAt, string } from '#rule'

import { PROFILES } from './_profiles.ts'

export default defineRule({
  id: 'ec2/instance-profile-name-as-arn',
  title: 'The name and the ARN of an instance profile belong in different properties',
  severity: 'error',
  on: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate'],
  why: 'The launch fails: there is no instance profile of that name, or the ARN is malformed.',
  fix: 'Ref of the profile is its name, GetAtt with Arn its ARN: an instance takes the name, a launch template either, each under its own key.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-instanceprofile.html',
      fact: 'Ref gives the name of the instance profile; the ARN is the attribute Arn.',
    },
  ],
  notes: ['001:961', '001:976', '001:1019', '002:635', '002:1929'],
  cfnLint: ['E1040'],
  messages: {
    reference: '{name} is given by its ARN where a name is needed; use "!Ref {name}".',
    attribute: '{name} is given by its name where an ARN is needed; use "!GetAtt {name}.Arn".',
    arn: '"{value}" is an ARN where the name of an instance profile is needed; write what stands behind the last slash.',
    name: '"{value}" is a name where the ARN of an instance profile is needed; write it under Name.',
  },
  check(resource, { report }) {
    for (const [type, path, takes] of PROFILES) {
      if (type !== resource.type) continue
      for (const lead of leadsAt(resource.template, resource, path)) {
        const isArn = lead.attribute === 'Arn'
        if (lead.resource.type !== 'AWS::IAM::InstanceProfile' || isArn === (takes === 'arn')) continue
        const place = { node: lead.node, when: lead.when }
        if (isArn) report(place, 'reference', { name: lead.resource.id })
        else report(place, 'attribute', { name: lead.resource.id })
      }
      for (const fact of resource.known(path, string)) {
        const isArn = fact.value.startsWith('arn:')
        if (isArn === (takes === 'arn') || (!isArn && !/^[\w+=,.@-]+$/.test(fact.value))) continue
        if (isArn) report(fact, 'arn', { value: fact.value })
        else report(fact, 'name', { value: fact.value })
      }
    }
  },
})
