import { closest, defineRule, textsOf } from '#rule'

/** Elements of HTML that may stand without an end tag. */
const VOID = ['br', 'hr', 'img', 'li', 'p', 'td', 'th', 'tr', 'wbr']

export default defineRule({
  id: 'events/undefined-template-variable',
  title: 'Input template variables must be in InputPathsMap',
  severity: 'error',
  on: ['AWS::Events::Rule'],
  why: 'EventBridge refuses the target: "InputTemplate for target … contains invalid placeholder".',
  fix: 'Add the variable to InputPathsMap.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html',
      fact: 'A template uses variables of the map, and the predefined ones that begin with aws.events.',
    },
    {
      url: 'https://github.com/localstack/localstack/pull/10789',
      fact: 'What EventBridge answers to a placeholder that is not in the map.',
    },
  ],
  notes: ['002:1909'],
  messages: {
    undefined: '"{name}" is no variable of InputPathsMap; {fix}.',
  },
  check(rule, { report }) {
    for (const target of rule.items('Targets')) {
      for (const transformer of target.items('InputTransformer')) {
        const maps = transformer.facts('InputPathsMap')
        if (maps.some((fact) => fact.state === 'unknown' || (fact.state === 'known' && fact.value.kind !== 'mapping'))) continue
        const names = transformer.items('InputPathsMap').flatMap((map) => map.entries.map(({ key }) => key.text))
        for (const { text, host, when } of textsOf(rule.template, transformer, 'InputTemplate')) {
          for (const { 0: whole, 1: name = '', index } of text.text.matchAll(/<([\w.-]+)>/g)) {
            if (names.includes(name) || name.startsWith('aws.events.')) continue
            // Whether EventBridge takes a tag for a placeholder is not known.
            if (text.text.includes(`</${name}`) || VOID.includes(name.toLowerCase())) continue
            const near = closest(name, names)
            const span = text.span(index, index + whole.length)
            report({ node: host, span, when }, 'undefined', { name, fix: near ? `write <${near}>` : 'add it there' })
          }
        }
      }
    }
  },
})
