import { defineRule, schema } from '#rule'

export default defineRule({
  id: 'schema/deprecated-property',
  title: 'A property is deprecated',
  severity: 'info',
  on: ['*'],
  why: 'It works today; AWS keeps it for old templates only and may stop reading it.',
  fix: 'Use the property that its documentation names instead.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html',
      fact: 'A schema marks the properties that are kept for old templates only as deprecated.',
    },
  ],
  check: schema('deprecated-property'),
})
