import { defineRule, schema } from '#rule'

export default defineRule({
  id: 'schema/item-count',
  title: 'A list has too many or too few items',
  severity: 'error',
  on: ['*'],
  why: 'The number of items is checked before the resource is made; the deployment fails.',
  fix: 'Add or remove items; where conditions decide, see to every case.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html',
      fact: 'A schema can give the least and the greatest number of items of a list.',
    },
  ],
  cfnLint: ['E3032'],
  check: schema('item-count'),
})
