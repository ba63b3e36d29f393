import { defineRule, isUnevaluated, kindName, knownText } from '#rule'
import { STRUCTURE } from './_pages.ts'

export default defineRule({
  id: 'appspec/unexpected-version',
  title: 'AppSpec version for ECS and Lambda should be 0.0',
  severity: 'warning',
  on: ['appspec'],
  why: 'Other versions are reserved: what CodeDeploy makes of them can change from one day to the next.',
  fix: 'Write `version: 0.0`.',
  sources: [{ url: STRUCTURE, fact: '0.0 is the only version; CodeDeploy reserves the value for future use.' }],
  notes: [
    '000:343',
    '000:358',
    '000:359',
    '000:361',
    '001:1095',
    '001:1096',
    '001:1097',
    '001:1098',
    '001:1099',
    '001:1130',
    '002:1206',
    '002:1207',
    '002:1208',
    '002:1209',
  ],
  messages: {
    other: '"version" is {value}; the only documented version is 0.0.',
    collection: '"version" is {kind}; the only documented version is the number 0.0.',
  },
  check(appspec, { report }) {
    const version = appspec.section('version')?.value
    if (appspec.platform === 'server' || !version || isUnevaluated(version)) return
    const text = knownText(version)
    if (version.kind !== 'scalar') report(version, 'collection', { kind: kindName(version) })
    else if (text !== undefined && Number(text) !== 0) report(version, 'other', { value: text })
  },
})
