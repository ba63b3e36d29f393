import { defineRule, schema } from '#rule'

export default defineRule({
  id: 'schema/number-out-of-range',
  title: 'A number is too large or too small',
  severity: 'error',
  on: ['*'],
  why: 'The number is checked before the resource is made; the deployment fails.',
  fix: 'Use a number within the limits that are named.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html',
      fact: 'A schema can give the least and the greatest value of a number.',
    },
  ],
  cfnLint: ['E3034'],
  check: schema('number-out-of-range'),
})
