import { callOf, childOf, defineRule, nounOf, SHAPES, shapesOf } from '#rule'

/** What only the deployment knows, long after the lookup. */
const TOO_LATE = ['Fn::GetAtt', 'Fn::ImportValue']

export default defineRule({
  id: 'intrinsic/malformed-findinmap',
  title: 'Fn::FindInMap takes a map name and two keys',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Write a list of three: the name of a mapping, a first key and a second key.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html',
      fact: 'Fn::FindInMap takes a map name, a first and a second key; without AWS::LanguageExtensions they are text, Ref or Fn::FindInMap.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap-enhancements.html',
      fact: 'With AWS::LanguageExtensions a fourth item, a map with DefaultValue, and those functions are allowed that can be resolved during the transform.',
    },
  ],
  notes: [
    '000:705',
    '001:46',
    '001:47',
    '001:91',
    '002:1279',
    '002:1281',
    '002:1282',
    '002:1283',
    '002:1331',
    '002:1332',
    '002:1333',
    '003:250',
    '003:251',
    '004:29',
  ],
  cfnLint: ['E1011'],
  messages: {
    list: 'Fn::FindInMap takes a list of a map name and two keys; this is {noun}.',
    count: 'Fn::FindInMap takes three items, a map name and two keys; this has {count}.',
    extension: 'DefaultValue works only with the transform AWS::LanguageExtensions; add it to Transform.',
    options: 'The fourth item of Fn::FindInMap is a map with DefaultValue.',
    item: 'The items of Fn::FindInMap are text, Ref or Fn::FindInMap; this is {noun}.',
    late: '{name} cannot stand in Fn::FindInMap, which looks its keys up before any resource is there; use text or Ref of a parameter.',
    function: '{name} cannot stand in Fn::FindInMap; use text, Ref or Fn::FindInMap, or the transform AWS::LanguageExtensions.',
  },
  check(template, { report }) {
    const extended = template.hasTransform('AWS::LanguageExtensions')
    for (const { call, when } of template.references.callsOf('Fn::FindInMap')) {
      const { argument, key } = call
      if (argument.kind !== 'sequence') {
        if (callOf(argument)?.name !== 'Fn::Transform') report(key, 'list', { noun: nounOf(argument) })
        continue
      }
      const { length } = argument.items
      const [, , , options] = argument.items
      if (length === 4 && options && childOf(options, 'DefaultValue')) {
        if (!extended) report(options, 'extension')
      } else if (length === 4 && options && extended) report(options, 'options')
      else if (length !== 3) report(key, 'count', { count: length })
      for (const item of argument.items.slice(0, 3)) {
        const name = callOf(item)?.name
        if (name === 'Fn::Transform' || (item.kind === 'scalar' && item.value !== null)) continue
        if (!name) report(item, 'item', { noun: nounOf(item) })
        else if (!extended && name !== 'Ref' && name !== 'Fn::FindInMap') report(item, 'function', { name })
        else if (TOO_LATE.includes(name)) report(item, 'late', { name })
        else
          for (const { shape, node, when: only } of shapesOf(template, item, when))
            if (shape === 'list' || shape === 'map') report({ node, when: only }, 'item', { noun: SHAPES[shape] })
      }
    }
  },
})
