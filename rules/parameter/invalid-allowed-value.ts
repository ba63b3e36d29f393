import { breachMessages, brokenBy, defineRule } from '#rule'

const { allowed: _, ...messages } = breachMessages('AllowedValues holds')

export default defineRule({
  id: 'parameter/invalid-allowed-value',
  title: "An allowed value must keep the parameter's other constraints",
  severity: 'error',
  on: ['template'],
  why: 'Who chooses this value is refused: all constraints of a parameter count together.',
  fix: 'Change or remove the value, or the constraint that it breaks.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'AllowedPattern, the lengths and the bounds hold for every value of the parameter.',
    },
  ],
  messages,
  check(template, { report }) {
    for (const parameter of template.parameters.values()) {
      for (const allowed of parameter.allowedValues ?? []) {
        for (const { breach, at, value, limit } of brokenBy(parameter, allowed, true)) {
          if (breach !== 'allowed') report(at, breach, { value, limit })
        }
      }
    }
  },
})
