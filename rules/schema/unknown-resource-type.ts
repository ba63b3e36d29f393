import { closest, defineRule, endOf, respell, SAM_TYPES } from '#rule'

export default defineRule({
  id: 'schema/unknown-resource-type',
  title: 'There is no such resource type',
  severity: 'error',
  on: ['*'],
  fixes: 'safe',
  why: 'CloudFormation rejects the template when a resource has a type that it does not know.',
  fix: 'Correct the name of the type; give the schema of a type of your own with --schema.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
      fact: 'The types that AWS provides are listed there; other names are for custom resources, modules and types that are registered.',
    },
  ],
  notes: [
    '000:185',
    '000:738',
    '000:739',
    '000:740',
    '000:741',
    '000:742',
    '000:743',
    '000:744',
    '000:745',
    '001:20',
    '001:21',
    '001:22',
    '001:23',
    '001:24',
    '001:25',
    '001:26',
    '001:27',
    '001:28',
    '001:50',
    '002:1251',
    '002:1252',
    '002:1253',
    '002:1408',
    '002:1410',
    '002:1411',
    '002:1412',
    '002:1413',
    '002:1414',
    '002:1416',
    '003:245',
    '004:31',
    '004:418',
    '004:420',
  ],
  cfnLint: ['E3006'],
  messages: {
    unknown: '"{type}" is no resource type; see the list of types for the right one.',
    misspelt: '"{type}" is no resource type; did you mean "{near}"?',
  },
  check(resource, { report }) {
    const { type, template } = resource
    const node = resource.attribute('Type')?.value
    // Third parties register under names of their own, custom resources and modules under any.
    if (!node || !/^(AWS|Alexa)::/.test(type) || type.endsWith('::MODULE') || !template.schemas || template.isRewritten) return
    if (SAM_TYPES.includes(type) || template.schemas.type(type)) return
    if (endOf(template, type)?.status === 'ended') return // told by template/retired-resource-type
    const near = closest(type, [...template.schemas.names(), ...SAM_TYPES])
    if (near)
      report(
        { node, when: resource.when },
        'misspelt',
        { type, near },
        respell({ node, when: resource.when }, [...template.schemas.names(), ...SAM_TYPES]),
      )
    else report({ node, when: resource.when }, 'unknown', { type })
  },
})
