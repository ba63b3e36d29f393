import { callOf, defineRule, number } from '#rule'

export default defineRule({
  id: 'parameter/inverted-bounds',
  title: 'The minimum of a parameter is greater than its maximum, or no number',
  severity: 'error',
  on: ['template'],
  why: 'No value could be entered; CloudFormation rejects the template.',
  fix: 'Swap or correct the two bounds.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'MinLength and MaxLength are whole numbers of characters; MinValue and MaxValue are the smallest and the largest number allowed.',
    },
  ],
  notes: ['002:1263'],
  cfnLint: ['E2001'],
  messages: {
    inverted: '{min} {low} is greater than {max} {high}; no value can be entered.',
    notNumber: '{name} is "{value}"; it must be a number.',
    notLength: '{name} is {value}; it must be a whole number of 0 or more.',
  },
  check(template, { report }) {
    for (const parameter of template.parameters.values()) {
      for (const [min, max] of [
        ['MinLength', 'MaxLength'],
        ['MinValue', 'MaxValue'],
      ] as const) {
        const bounds = [min, max].map((name) => {
          const node = parameter.attribute(name)?.value
          const value = node && number.read(node)
          if (node?.kind !== 'scalar' || callOf(node) || node.value === null) return undefined
          if (value === undefined) report(node, 'notNumber', { name, value: node.text })
          else if (name.endsWith('Length') && (value < 0 || !Number.isInteger(value))) report(node, 'notLength', { name, value })
          return value
        })
        const [low, high] = bounds
        const node = parameter.attribute(min)?.value
        if (node && low !== undefined && high !== undefined && low > high) report(node, 'inverted', { min, low, max, high })
      }
    }
  },
})
