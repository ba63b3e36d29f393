import { callOf, childOf, defineRule, nounOf, subOf } from '#rule'
import { outputsOf } from './_outputs.ts'

export default defineRule({
  id: 'output/malformed-export',
  title: 'Export must be a map with a Name of letters, digits, colons and dashes',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template, or the creation of the stack fails when it evaluates the name.',
  fix: 'Write the name below Export as Name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html',
      fact: 'Export holds the Name of the exported value.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Export.html',
      fact: 'An export has a name, the exporting stack and a value.',
    },
  ],
  notes: ['000:725', '000:727', '001:92', '001:93', '001:94', '002:1287', '002:1292', '003:260'],
  cfnLint: ['E6001', 'E6102'],
  messages: {
    notMap: 'Export of output "{output}" is {noun}; it must be a map with a Name.',
    missing: 'Export of output "{output}" has no Name; write one.',
    unknown: 'Export of output "{output}" has a key "{key}"; it holds a Name only.',
    notText: 'Name of the export of output "{output}" is {noun}; it must be a text.',
    empty: 'Name of the export of output "{output}" is empty; write a name or remove the Export.',
    characters: 'Export name "{name}" has other characters than letters, digits, colons and dashes.',
    length: 'Export name "{name}" has {length} characters; at most 255 are possible.',
  },
  check(template, { report }) {
    for (const { name: output, body, when } of outputsOf(template)) {
      const value = childOf(body, 'Export')
      if (!value) continue
      if (value.kind !== 'mapping' || (callOf(value) && !/^Fn::(If|Transform)$/.test(callOf(value)?.name ?? ''))) {
        report(value, 'notMap', { output, noun: nounOf(value) })
        continue
      }
      if (callOf(value) || template.resolver.open(value)) continue
      for (const { key } of value.entries) if (key.text !== 'Name') report(key, 'unknown', { output, key: key.text })
      const name = childOf(value, 'Name')
      if (!name) {
        report(value, 'missing', { output })
        continue
      }
      const sub = callOf(name)?.name === 'Fn::Sub' ? subOf(callOf(name) as NonNullable<ReturnType<typeof callOf>>) : undefined
      const literal = sub?.text.text.replace(/\$\{[^}]*\}/g, '')
      if (sub && literal && /[^A-Za-z0-9:-]/.test(literal)) {
        report(sub.text, 'characters', { name: sub.text.text })
        continue
      }
      for (const fact of template.resolver.resolve(name, when)) {
        if (fact.state === 'absent') report(fact, 'missing', { output })
        if (fact.state !== 'known') continue
        const { value } = fact
        if (value.kind !== 'scalar' || value.value === null) report(fact, 'notText', { output, noun: nounOf(value) })
        else if (value.text.trim() === '') report(fact, 'empty', { output })
        else if (!/^[A-Za-z0-9:-]+$/.test(value.text)) report(fact, 'characters', { name: value.text })
        else if (value.text.length > 255) report(fact, 'length', { name: value.text, length: value.text.length })
      }
    }
  },
})
