import { defaultOf, defineRule, listOf } from '#rule'
import { type MissingKey, missingKeys } from './_mapping-keys.ts'

export default defineRule({
  id: 'intrinsic/mapping-key-sometimes-missing',
  title: 'Mapping lacks a key for some of the values that ask for it',
  severity: 'warning',
  on: ['template'],
  why: 'The template deploys in some Regions, or with some values of a parameter, and fails in others.',
  fix: 'Add the key where it is missing, or do not allow the value that lacks it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html',
      fact: 'Fn::FindInMap returns the value of a key that the mapping declares; without a DefaultValue a missing key is an error.',
    },
  ],
  notes: ['001:46', '001:47', '001:91', '002:1279', '002:1281', '002:1282', '002:1283', '002:1331', '002:1332', '002:1333'],
  messages: {
    value: 'The mapping "{mapping}" has no key "{key}", which this can be; add it, or do not allow that value.',
    row: 'The mapping "{mapping}" has no key "{key}" in {rows}; add it, as other parts of the mapping have it.',
    rowValue: 'The mapping "{mapping}" has no key "{key}", which this can be, in {rows}; add it, or do not allow that value.',
  },
  check(template, { report }) {
    for (const place of template.references.callsOf('Fn::FindInMap')) {
      // In a branch of Fn::If the author may have seen to it that the key is not asked for.
      if (defaultOf(place.call) || place.when.because.length > 0) continue
      const groups = new Map<string, MissingKey[]>()
      for (const one of missingKeys(template, place)) {
        const { mapping, state, key } = one.missing
        const id = JSON.stringify([mapping, state, key])
        if (!one.always) groups.set(id, [...(groups.get(id) ?? []), one])
      }
      for (const [{ missing, when }, ...more] of [...groups.values()] as [MissingKey, ...MissingKey[]][]) {
        const { mapping, key, argument: node } = missing
        const at = {
          node,
          when: more.length ? place.when : when,
          related: missing.node === node ? [] : [{ node: missing.node, message: key }],
        }
        if (missing.state === 'no-first') {
          report(at, 'value', { mapping, key })
          continue
        }
        const all = [missing, ...more.map((one) => one.missing)].map((one) => `"${one.row}"`)
        const rows = all.length > 4 ? `${all.slice(0, 3).join(', ')} and ${all.length - 3} more` : listOf(all, 'and')
        report(at, missing.sure || missing.node !== node ? 'rowValue' : 'row', { mapping, key, rows })
      }
    }
  },
})
