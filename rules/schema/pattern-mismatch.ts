import { defineRule, schema } from '#rule'

export default defineRule({
  id: 'schema/pattern-mismatch',
  title: 'A text does not have the form that its property needs',
  severity: 'error',
  on: ['*'],
  why: 'The text is checked against the pattern before the resource is made; the deployment fails.',
  fix: 'Change the text so that it matches the pattern.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html',
      fact: 'A schema can give the regular expression that a text must match.',
    },
  ],
  cfnLint: ['E3031'],
  check: schema('pattern-mismatch'),
})
