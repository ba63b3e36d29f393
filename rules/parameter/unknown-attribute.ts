import { callOf, closest, defineRule, nounOf, PARAMETER_ATTRIBUTES, respell } from '#rule'

const ATTRIBUTES: readonly string[] = PARAMETER_ATTRIBUTES

export default defineRule({
  id: 'parameter/unknown-attribute',
  title: 'A parameter has only a few attributes, each of one form',
  severity: 'error',
  on: ['template'],
  fixes: 'safe',
  why: 'CloudFormation rejects a parameter with an attribute that it does not know, or with a list or map where a text belongs.',
  fix: 'Correct the name of the attribute, or remove it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'Attributes of a parameter: Type, Default, Description (up to 4,000 characters), AllowedValues, AllowedPattern, ConstraintDescription, MinLength, MaxLength, MinValue, MaxValue and NoEcho (true or false).',
    },
  ],
  notes: ['002:1263', '004:35'],
  cfnLint: ['E2001'],
  messages: {
    misspelt: 'A parameter has no attribute "{name}"; did you mean "{near}"?',
    unknown: 'A parameter has no attribute "{name}"; remove it.',
    notText: '{name} is {noun}; it must be a literal text.',
    list: 'Default is a list; write its items as one text with commas between them.',
    noEcho: 'NoEcho is "{value}"; it must be true or false.',
    longDescription: "Description has {length} characters; a parameter's must have at most 4000.",
  },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const parameter of template.parameters.values()) {
      const { node } = parameter
      if (node.kind !== 'mapping' || callOf(node)) continue
      for (const { key, value } of node.entries) {
        const name = key.text
        if (!ATTRIBUTES.includes(name)) {
          const near = closest(name, ATTRIBUTES)
          // What stands for a missing Type is reported as that.
          if (near === 'Type' && !parameter.attribute('Type')) continue
          // A misplaced Condition is told by a rule of its own.
          if (name === 'Fn::Transform' || (name === 'Condition' && value.kind === 'scalar')) continue
          if (near && !parameter.attribute(near)) report(key, 'misspelt', { name, near }, respell(key, ATTRIBUTES))
          else report(key, 'unknown', { name })
        } else if (callOf(value) || name === 'Type' || name === 'AllowedValues') {
          // Rules of their own.
        } else if (name === 'Default' && value.kind === 'sequence') report(value, 'list')
        else if (value.kind !== 'scalar' || value.value === null) report(value, 'notText', { name, noun: nounOf(value) })
        else if (name === 'NoEcho' && !/^(true|false)$/i.test(value.text) && typeof value.value !== 'boolean')
          report(value, 'noEcho', { value: value.text })
        else if (name === 'Description' && value.text.length > 4000) report(value, 'longDescription', { length: value.text.length })
      }
    }
  },
})
