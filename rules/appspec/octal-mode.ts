import { childOf, defineRule, replaceValue } from '#rule'
import { OCTAL } from './_octal.ts'
import { AGENT_PARSER, PERMISSIONS } from './_pages.ts'

export default defineRule({
  id: 'appspec/octal-mode',
  title: 'Unquoted mode with a leading zero is read as another number',
  severity: 'error',
  on: ['appspec'],
  fixes: 'safe',
  why: 'YAML turns 0644 into the number 420, which agent 1.x sets as the mode, and 0755 into 493, which it refuses.',
  fix: 'Quote the mode, or leave out the leading zero.',
  sources: [
    { url: PERMISSIONS, fact: 'A mode with a leading zero is to be quoted, or written without the zero.' },
    { url: AGENT_PARSER, fact: 'Agent 1.x parses the file as YAML first and takes the decimal digits of the number as the mode.' },
    { url: 'https://yaml.org/type/int.html', fact: 'In YAML 1.1 a leading zero marks an octal integer.' },
  ],
  notes: ['002:1207'],
  messages: {
    silent: '"mode" is {value}, which YAML reads as the number {number}: agent 1.x sets mode {number}. Write {plain} or \'{value}\'.',
    refused:
      '"mode" is {value}, which YAML reads as the number {number}: agent 1.x refuses it ("contains an invalid character"). Write {plain} or \'{quoted}\'.',
    text: '"mode" is {value}, which agent 1.x refuses ("contains an invalid character (o)"). Write {plain} or \'{quoted}\'.',
  },
  check(appspec, { report }) {
    for (const item of appspec.permissions) {
      const mode = childOf(item, 'mode')
      if (mode?.kind !== 'scalar' || mode.style !== 'plain' || !OCTAL.test(mode.text)) continue
      const value = mode.text
      const digits = value.replace(/^0o?/, '')
      const number = String(Number.parseInt(digits, 8))
      const plain = digits.replace(/^0+(?=\d)/, '')
      if (number === digits) continue
      if (value.startsWith('0o')) report(mode, 'text', { value, plain, quoted: digits }, replaceValue(mode, plain))
      else if (/^[0-7]{1,4}$/.test(number)) report(mode, 'silent', { value, number, plain }, replaceValue(mode, plain))
      else report(mode, 'refused', { value, number, plain, quoted: value }, replaceValue(mode, plain))
    }
  },
})
