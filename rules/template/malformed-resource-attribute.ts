import { callOf, defineRule, nounOf } from '#rule'

const MAPS = ['Properties', 'Metadata', 'CreationPolicy', 'UpdatePolicy']

export default defineRule({
  id: 'template/malformed-resource-attribute',
  title: 'An attribute of a resource has the wrong form',
  severity: 'error',
  on: ['*'],
  why: 'CloudFormation rejects a template in which Properties is no map or Condition no name.',
  fix: 'Indent what belongs to the attribute below it; name one condition in Condition and logical IDs in DependsOn.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html',
      fact: 'Properties is a map of property names to values.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-product-attribute-reference.html',
      fact: 'DependsOn is a logical ID or a list of them; CreationPolicy, UpdatePolicy and Metadata are maps.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
      fact: 'Condition of a resource is the name of one condition.',
    },
  ],
  cfnLint: ['E3001', 'E3005', 'E3015'],
  messages: {
    notMap: '{name} of resource "{id}" is {noun}; it must be a map.',
    condition: 'Condition of resource "{id}" is {noun}; it must be the name of one condition.',
    dependsOn: 'DependsOn of resource "{id}" holds {noun}; it must be a logical ID or a list of them.',
  },
  check(resource, { report }) {
    const { id, template } = resource
    if (template.isRewritten) return
    for (const name of MAPS) {
      const value = resource.attribute(name)?.value
      // Whether a condition may choose among whole maps is not documented.
      if (!value || (value.kind === 'mapping' && /^(Fn::If|Fn::Transform|Fn::ForEach.*)?$/.test(callOf(value)?.name ?? ''))) continue
      report(value, 'notMap', { name, id, noun: nounOf(value) })
    }
    const condition = resource.attribute('Condition')?.value
    if (condition && (condition.kind !== 'scalar' || typeof condition.value !== 'string'))
      report(condition, 'condition', { id, noun: nounOf(condition) })
    const depends = resource.attribute('DependsOn')?.value
    for (const item of depends?.kind === 'sequence' ? depends.items : depends ? [depends] : []) {
      if (item.kind !== 'scalar' || item.value === null) report(item, 'dependsOn', { id, noun: nounOf(item) })
    }
  },
})
