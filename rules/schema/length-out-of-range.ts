import { defineRule, schema } from '#rule'

export default defineRule({
  id: 'schema/length-out-of-range',
  title: 'A text is too long or too short',
  severity: 'error',
  on: ['*'],
  why: 'The length is checked before the resource is made; the deployment fails.',
  fix: 'Shorten or lengthen the text to the limits that are named.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html',
      fact: 'A schema can give the least and the greatest length of a text.',
    },
  ],
  cfnLint: ['E3033'],
  check: schema('length-out-of-range'),
})
