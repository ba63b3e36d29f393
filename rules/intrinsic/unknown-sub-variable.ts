import { closest, defineRule, entryOf, subOf } from '#rule'

export default defineRule({
  id: 'intrinsic/unknown-sub-variable',
  title: 'Fn::Sub variable must be defined',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything: a variable of Fn::Sub that nothing defines has no value.',
  fix: 'Correct the name, define it in the map of Fn::Sub, or write ${!Name} where the text shall stay as it is.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html',
      fact: 'A variable names a parameter, a resource, an attribute of a resource, or a key of the map; ${!x} stays ${x}.',
    },
  ],
  notes: ['001:89', '002:1320', '002:1322', '002:1323', '002:1324', '002:1326', '002:1327', '002:1350', '003:254', '004:37'],
  cfnLint: ['E1019'],
  messages: {
    misspelt: 'Fn::Sub finds nothing named "{name}"; did you mean "{near}"?',
    parameter: '"{name}" is a parameter, which has no attribute "{attribute}".',
    unknown: 'Fn::Sub finds nothing named "{name}"; define it, or write {literal} to keep the text as it is.',
  },
  check(template, { report }) {
    const { names } = template
    for (const { name, attribute, span, node, call } of template.references.usesOf(['Sub'], 'all')) {
      // A name with one colon is a policy variable, which a rule of its own tells.
      if (name.startsWith('AWS::') || !/^[\w.:]+$/.test(name) || /^\w+:(?!:)/.test(name)) continue
      const meaning = names.meaningOf(name)
      if (meaning === 'parameter' && attribute !== undefined) report({ node, span }, 'parameter', { name, attribute })
      if (meaning) continue
      const own = call && subOf(call)?.variables
      // A second item that is no map of variables is told by itself.
      if (own ? entryOf(own, 'Fn::Transform') : call?.argument.kind === 'sequence' && call.argument.items.length > 1) continue
      const near = closest(name, [...(own?.entries ?? []).map((entry) => entry.key.text), ...names.all])
      if (near) report({ node, span }, 'misspelt', { name, near })
      else report({ node, span }, 'unknown', { name, literal: `\${!${name}}` })
    }
  },
})
