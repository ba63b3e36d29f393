import { callOf, closest, defineRule, nounOf, renameKey } from '#rule'

export default defineRule({
  id: 'parameter/type-missing',
  title: 'Every parameter needs a Type',
  severity: 'error',
  on: ['template'],
  fixes: 'safe',
  why: 'CloudFormation rejects the whole template because of one parameter without a Type.',
  fix: 'Write a Type such as String as a literal text below the name of the parameter.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'Type is the one attribute of a parameter that is required.',
    },
  ],
  notes: [
    '000:709',
    '000:710',
    '000:711',
    '000:712',
    '000:713',
    '000:714',
    '000:715',
    '000:716',
    '000:717',
    '000:718',
    '000:719',
    '000:720',
    '001:58',
    '001:59',
    '001:60',
    '001:61',
    '001:62',
    '001:63',
    '001:64',
    '001:65',
    '001:66',
    '001:67',
    '001:68',
    '001:69',
    '001:70',
    '001:71',
    '001:72',
    '001:73',
    '002:1262',
    '004:25',
    '004:35',
  ],
  cfnLint: ['E2001'],
  messages: {
    missing: 'Parameter "{name}" has no Type; write one, such as String.',
    misspelt: 'Parameter "{name}" has no Type; did you mean Type instead of "{near}"?',
    notText: 'Type of parameter "{name}" is {noun}; it must be a literal text, such as String.',
    notMap: 'Parameter "{name}" is {noun}; it must be a map with a Type.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const parameter of template.parameters.values()) {
      const { name, key, node } = parameter
      if (name.startsWith('Fn::')) continue
      if (node.kind !== 'mapping' || callOf(node)) {
        if (callOf(node)?.name !== 'Fn::Transform') report(node, 'notMap', { name, noun: nounOf(node) })
        continue
      }
      const type = parameter.attribute('Type')?.value
      if (type && (type.kind !== 'scalar' || typeof type.value !== 'string' || type.text.trim() === '')) {
        report(type, 'notText', { name, noun: nounOf(type) })
      } else if (!type && !parameter.attribute('Fn::Transform')) {
        const near = node.entries.find((entry) => closest(entry.key.text, ['Type']) !== undefined)
        if (near) report(near.key, 'misspelt', { name, near: near.key.text }, renameKey(near.key, 'Type'))
        else report(key, 'missing', { name })
      }
    }
  },
})
