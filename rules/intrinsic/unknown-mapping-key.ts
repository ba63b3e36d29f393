import { closest, defaultOf, defineRule } from '#rule'
import { missingKeys } from './_mapping-keys.ts'

export default defineRule({
  id: 'intrinsic/unknown-mapping-key',
  title: 'Fn::FindInMap uses a key that the mapping does not have',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation fails as soon as it needs the value: "Unable to get mapping for …".',
  fix: 'Correct the key, add it to the mapping, or give a DefaultValue (with the transform AWS::LanguageExtensions).',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html',
      fact: 'Fn::FindInMap returns the value of a key that the mapping declares; DefaultValue is what it falls back to.',
    },
  ],
  notes: [
    ...['000:705', '001:46', '001:47', '001:91', '002:1279', '002:1281', '002:1282', '002:1283', '002:1331', '002:1332', '002:1333'],
    ...['003:250', '003:251', '004:29'],
  ],
  cfnLint: ['E1011'],
  messages: {
    first: 'The mapping "{mapping}" has no key "{key}".',
    firstMisspelt: 'The mapping "{mapping}" has no key "{key}"; did you mean "{near}"?',
    second: '"{row}" of the mapping "{mapping}" has no key "{key}".',
    secondMisspelt: '"{row}" of the mapping "{mapping}" has no key "{key}"; did you mean "{near}"?',
    nowhere: 'No part of the mapping "{mapping}" has a key "{key}".',
    nowhereMisspelt: 'No part of the mapping "{mapping}" has a key "{key}"; did you mean "{near}"?',
  },
  check(template, { report }) {
    for (const place of template.references.callsOf('Fn::FindInMap')) {
      if (defaultOf(place.call)) continue
      for (const { missing, always, when } of missingKeys(template, place)) {
        if (!always) continue
        const { mapping, key, node, argument, keys, state, sure, row = '' } = missing
        const at = node === argument ? { node, when } : { node: argument, when, related: [{ node, message: key }] }
        const near = node === argument ? closest(key, keys) : undefined
        if (state === 'no-first') near ? report(at, 'firstMisspelt', { mapping, key, near }) : report(at, 'first', { mapping, key })
        else if (sure) near ? report(at, 'secondMisspelt', { mapping, row, key, near }) : report(at, 'second', { mapping, row, key })
        else near ? report(at, 'nowhereMisspelt', { mapping, key, near }) : report(at, 'nowhere', { mapping, key })
      }
    }
  },
})
