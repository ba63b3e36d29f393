import { defineRule, schema } from '#rule'

export default defineRule({
  id: 'schema/read-only-property',
  title: 'A property is set that only the service can set',
  severity: 'warning',
  on: ['*'],
  why: 'The service decides the value: what the template says is ignored, or rejected.',
  fix: 'Remove the property; what it holds is read with Fn::GetAtt.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html',
      fact: 'Properties that a schema marks as read-only cannot be given by the user.',
    },
  ],
  cfnLint: ['E3040'],
  check: schema('read-only-property'),
})
