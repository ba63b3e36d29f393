import { defineRule, isPlaceholder, isUnevaluated, kindName, replaceValue } from '#rule'
import { AGENT_PARSER, STRUCTURE } from './_pages.ts'

export default defineRule({
  id: 'appspec/unknown-version',
  title: 'AppSpec version on instances must be the number 0.0',
  severity: 'error',
  on: ['appspec'],
  fixes: 'safe',
  why: 'The agent compares the value with the number 0.0 and fails every deployment whose AppSpec says anything else.',
  fix: 'Write `version: 0.0`, without quotes.',
  sources: [
    { url: STRUCTURE, fact: 'The only version is 0.0; others are reserved.' },
    { url: AGENT_PARSER, fact: 'The list of supported versions holds the number 0.0 only, so that "0.0" in quotes, a text, is not in it.' },
  ],
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
    quoted:
      '"version" is the text "{value}"; the agent wants a number ("an invalid version value ({value}) was entered"): remove the quotes.',
    other: '"version" is {value}; the agent accepts 0.0 only ("an invalid version value ({value}) was entered"): write version: 0.0.',
    collection: '"version" is {kind}; the agent accepts 0.0 only ("an invalid version value"): write version: 0.0.',
  },
  check(appspec, { report }) {
    const version = appspec.section('version')?.value
    if (appspec.platform !== 'server' || !version || isUnevaluated(version)) return
    if (version.kind !== 'scalar') report(version, 'collection', { kind: kindName(version) })
    else if (version.value === null || version.value === 0 || isPlaceholder(version.text)) return
    else if (Number(version.text) === 0) report(version, 'quoted', { value: version.text }, replaceValue(version, '0.0'))
    else report(version, 'other', { value: version.text }, replaceValue(version, '0.0'))
  },
})
