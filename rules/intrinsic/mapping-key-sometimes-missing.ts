import { defaultOf, defineRule } from '#rule'
import { missingKeys } from './_mapping-keys.ts'

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
    row: '"{row}" of the mapping "{mapping}" has no key "{key}"; add it, as other parts of the mapping have it.',
    rowValue: '"{row}" of the mapping "{mapping}" has no key "{key}", which this can be; add it, or do not allow that value.',
  },
  check(template, { report }) {
    for (const place of template.references.callsOf('Fn::FindInMap')) {
      if (defaultOf(place.call)) continue
      for (const { missing, always, when } of missingKeys(template, place)) {
        // In a branch of Fn::If the author may have seen to it that the key is not asked for.
        if (always || place.when.because.length > 0) continue
        const { mapping, key, argument: node, state, sure, row = '' } = missing
        const at = { node, when, related: missing.node === node ? [] : [{ node: missing.node, message: key }] }
        if (state === 'no-first') report(at, 'value', { mapping, key })
        else if (sure || missing.node !== node) report(at, 'rowValue', { mapping, row, key })
        else report(at, 'row', { mapping, row, key })
      }
    }
  },
})
