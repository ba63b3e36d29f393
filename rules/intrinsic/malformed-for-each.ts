import { callOf, defineRule, isLoop, type Node, nounOf, pathOf, walk } from '#rule'

export default defineRule({
  id: 'intrinsic/malformed-for-each',
  title: 'Fn::ForEach takes an identifier, a list and a map',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Write a list of three: the name of the loop variable, the values, and a map with the variable in its key.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html',
      fact: 'Fn::ForEach::Name takes an identifier, a collection and a map whose key holds the identifier as ${Identifier} or &{Identifier}.',
    },
  ],
  cfnLint: ['E1032'],
  messages: {
    name: '"{name}" has no name of its own; write Fn::ForEach:: and letters or digits.',
    items: 'Fn::ForEach takes a list of three, an identifier, a collection and a map; this is {noun}.',
    identifier: 'The identifier of a loop is text; this is {noun}.',
    parameter: '"{name}" is a parameter; give the loop variable another name.',
    collection: 'The collection of a loop is a list, or a function that gives one; this is {noun}.',
    body: 'The third item of Fn::ForEach is a map; this is {noun}.',
    key: '"{key}" is the same in every round; put {variable} into it.',
  },
  check(template, { report }) {
    if (!template.hasTransform('AWS::LanguageExtensions') || !template.source.root) return
    for (const node of walk(template.source.root)) {
      for (const { key, value } of node.kind === 'mapping' && !pathOf(node).startsWith('Metadata') ? node.entries : []) {
        if (!isLoop(key.text)) continue
        if (!/^Fn::ForEach::[A-Za-z0-9]+$/.test(key.text)) report(key, 'name', { name: key.text })
        if (value.kind !== 'sequence' || value.items.length !== 3) {
          report(key, 'items', { noun: value.kind === 'sequence' ? `a list of ${value.items.length}` : nounOf(value) })
          continue
        }
        const [identifier, collection, body] = value.items as [Node, Node, Node]
        if (identifier.kind !== 'scalar' || typeof identifier.value !== 'string') {
          report(identifier, 'identifier', { noun: nounOf(identifier) })
          continue
        }
        if (template.parameters.has(identifier.text)) report(identifier, 'parameter', { name: identifier.text })
        if (collection.kind === 'scalar' || (collection.kind === 'mapping' && !callOf(collection)))
          report(collection, 'collection', { noun: nounOf(collection) })
        if (body.kind !== 'mapping' || (callOf(body) && !isLoop(body.entries[0]?.key.text ?? '')))
          report(body, 'body', { noun: nounOf(body) })
        else {
          for (const { key: output } of body.entries) {
            const has = output.text.includes(`\${${identifier.text}}`) || output.text.includes(`&{${identifier.text}}`)
            if (!has && !isLoop(output.text)) report(output, 'key', { key: output.text, variable: `\${${identifier.text}}` })
          }
        }
      }
    }
  },
})
