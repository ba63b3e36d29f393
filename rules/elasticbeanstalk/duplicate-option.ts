import { defineRule, jointly, string } from '#rule'
import { type Option, optionsOf } from './_options.ts'

export default defineRule({
  id: 'elasticbeanstalk/duplicate-option',
  title: 'The same option is set twice',
  severity: 'warning',
  on: ['AWS::ElasticBeanstalk::Environment', 'AWS::ElasticBeanstalk::ConfigurationTemplate'],
  why: 'One of the two values is lost.',
  fix: 'Keep one of them.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options.html',
      fact: 'An option is known by its namespace and its name, and has one value.',
    },
  ],
  notes: ['000:434', '004:47'],
  messages: {
    twice: 'The option {name} of {namespace} is set twice; remove one of the two.',
  },
  check(environment, { report }) {
    const seen: Option[] = []
    for (const option of optionsOf(environment)) {
      for (const resource of option.properties.possible('ResourceName', string)) {
        if (resource.state !== 'absent') continue
        const { namespace, name } = option
        const first = seen.find(
          (other) =>
            other.namespace.value === namespace.value && other.name.value === name.value && jointly(other.name.when, resource.when),
        )
        seen.push({ ...option, properties: option.properties.under(resource.when) })
        const when = first && jointly(first.name.when, resource.when)
        if (!first || !when) continue
        const related = [{ node: first.name.node, message: 'the other one' }]
        report({ node: name.node, when, related }, 'twice', { name: name.value, namespace: namespace.value })
      }
    }
  },
})
