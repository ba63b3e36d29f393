import { defineRule, schema } from '#rule'

export default defineRule({
  id: 'schema/unknown-property',
  title: 'The resource type has no such property',
  severity: 'error',
  on: ['*'],
  fixes: 'safe',
  why: 'CloudFormation rejects the stack: it takes no property that the schema of the type does not name.',
  fix: 'Correct the name, move the property to where it belongs, or remove it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html',
      fact: 'A type whose schema closes its properties takes no others.',
    },
  ],
  notes: ['001:22', '001:26', '002:1251', '002:1252', '002:1253', '002:1413'],
  cfnLint: ['E3002'],
  check: schema('unknown-property'),
})
