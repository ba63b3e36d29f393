import { defineRule, schema } from '#rule'

export default defineRule({
  id: 'schema/wrong-type',
  title: 'A value has the wrong type',
  severity: 'error',
  on: ['*'],
  why: 'CloudFormation converts numbers, booleans and text into each other and nothing else; a list where a text is wanted fails the deployment.',
  fix: 'Give a value of the type that is named; a single item still needs a list around it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html',
      fact: 'Each property of a type has one data type, against which CloudFormation checks the value.',
    },
  ],
  notes: ['002:1251', '002:1252', '002:1253', '002:1263', '002:1287', '002:1292', '002:1309', '002:1311', '002:1313'],
  cfnLint: ['E3012'],
  check: schema('wrong-type'),
})
