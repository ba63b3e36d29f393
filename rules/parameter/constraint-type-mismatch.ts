import { defineRule } from '#rule'

export default defineRule({
  id: 'parameter/constraint-type-mismatch',
  title: 'Constraint does not apply to this parameter type',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects a length for a number, and a bound for a text.',
  fix: 'Use MinLength, MaxLength and AllowedPattern for texts, MinValue and MaxValue for numbers.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'Lengths and AllowedPattern are for texts (the pattern also for comma-delimited lists), MinValue and MaxValue for the Number types.',
    },
  ],
  notes: ['000:723', '002:1263', '004:35'],
  cfnLint: ['E2001'],
  messages: { mismatch: '{name} does not apply to type {type}; remove it{instead}.' },
  check(template, { report }) {
    for (const parameter of template.parameters.values()) {
      const { type } = parameter
      if (type === '') continue
      const isNumber = type === 'Number' || type === 'List<Number>'
      const takesLength = !isNumber && !/^List</.test(type)
      for (const name of ['MinLength', 'MaxLength', 'AllowedPattern', 'MinValue', 'MaxValue']) {
        const entry = parameter.attribute(name)
        if (!entry) continue
        const fits = name.endsWith('Value') ? isNumber : name === 'AllowedPattern' ? !isNumber : takesLength
        const instead =
          isNumber && name.endsWith('Length')
            ? ` or use ${name.slice(0, 3)}Value`
            : type === 'String'
              ? ` or use ${name.slice(0, 3)}Length`
              : ''
        if (!fits) report(entry.key, 'mismatch', { name, type, instead })
      }
    }
  },
})
