import { callOf, defineRule, FUNCTIONS } from '#rule'

/** Every `${…}` that is no `${!…}`. */
function* placeholders(text: string): Generator<{ name: string; start: number; end: number }> {
  for (const match of text.matchAll(/\$\{(?!!)([^{}]*)\}/g)) {
    yield { name: match[1] as string, start: match.index, end: match.index + match[0].length }
  }
}

export default defineRule({
  id: 'intrinsic/malformed-sub',
  title: 'Fn::Sub takes a string, or a string and a map',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Write the text alone, or a list of the text and a map of its variables.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html',
      fact: 'Fn::Sub takes a text, or a list of a text and a map of names and values; variables are written ${Name}.',
    },
  ],
  notes: ['001:89', '002:1320', '002:1322', '002:1323', '002:1324', '002:1326', '002:1327', '002:1350'],
  cfnLint: ['E1019'],
  messages: {
    argument: 'Fn::Sub takes text, or a list of text and a map of variables.',
    count: 'The list of Fn::Sub has two items, text and a map of variables; this has {count}.',
    text: 'The first item of Fn::Sub must be text, no function; put the function into the map of variables.',
    variables: 'The second item of Fn::Sub must be a map of variables.',
    empty: 'Fn::Sub has a variable without a name, {written}; name it.',
    name: '"{name}" is no name of a variable: only letters, digits, underscores, full stops and colons may be in it. Write {literal} to keep the text as it is.',
  },
  check(template, { report }) {
    for (const { call } of template.references.callsOf('Fn::Sub')) {
      const { argument, key } = call
      if (argument.kind === 'mapping') {
        const inner = callOf(argument)?.name
        if (!inner || (inner !== 'Fn::Transform' && FUNCTIONS.has(inner))) report(key, 'argument')
        continue
      }
      const [text, variables] = argument.kind === 'sequence' ? argument.items : [argument]
      if (argument.kind === 'sequence' && argument.items.length !== 2) report(key, 'count', { count: argument.items.length })
      else if (variables && variables.kind !== 'mapping') report(variables, 'variables')
      if (!text) continue
      if (text.kind !== 'scalar' || text.value === null)
        report(text.kind === 'scalar' ? key : text, argument === text ? 'argument' : 'text')
      else {
        for (const { name, start, end } of placeholders(text.text)) {
          const place = { node: text, span: template.partOf(text, start, end) }
          if (name.trim() === '') report(place, 'empty', { written: `\${${name}}` })
          // A policy variable, such as ${cognito-identity.amazonaws.com:sub}, is told elsewhere.
          else if (!/^[\w.:]+$/.test(name.trim()) && !/^[A-Za-z][\w./-]*:(?!:)[^:]/.test(name))
            report(place, 'name', { name, literal: `\${!${name}}` })
        }
      }
    }
  },
})
