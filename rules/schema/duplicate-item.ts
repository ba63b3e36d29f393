import { defineRule, schema } from '#rule'

export default defineRule({
  id: 'schema/duplicate-item',
  title: 'A list holds the same item twice',
  severity: 'error',
  on: ['*'],
  fixes: 'safe',
  why: 'The items of this list must be different; the deployment fails.',
  fix: 'Remove the repeated item.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html',
      fact: 'A schema can demand that the items of a list are unique.',
    },
  ],
  cfnLint: ['E3037'],
  check: schema('duplicate-item'),
})
