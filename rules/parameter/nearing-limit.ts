import { bytesOf, defineRule, isNear, LIMITS } from '#rule'

export default defineRule({
  id: 'parameter/nearing-limit',
  title: 'Parameters use more than nine tenths of what they can hold',
  severity: 'info',
  on: ['template'],
  why: 'The limits of a template cannot be raised; a change that crosses one is rejected.',
  fix: 'Plan how to group or split the parameters, or read long values from SSM.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
      fact: 'A template holds at most 200 parameters, with names of 255 characters and values of 4,096 bytes.',
    },
  ],
  cfnLint: ['I2010', 'I2011'],
  messages: {
    count: 'The template holds {count} of at most 200 parameters.',
    name: 'Parameter name "{name}" has {count} of at most 255 characters.',
    value: 'Default of "{name}" has {count} of at most 4096 bytes.',
  },
  check(template, { report }) {
    const section = template.section('Parameters')
    const count = template.parameters.size
    if (section && isNear(count, LIMITS.parameters)) report(section.key, 'count', { count })
    for (const { name, key, default: value } of template.parameters.values()) {
      if (isNear(name.length, LIMITS.name)) report(key, 'name', { name, count: name.length })
      const bytes = value ? bytesOf(value.text) : 0
      if (value && isNear(bytes, LIMITS.parameterValue)) report(value, 'value', { name, count: bytes })
    }
  },
})
