import type { ShellCall, Word } from '#rule'

/** The literal --duration-seconds of a call of STS. */
export function durationOf(call: ShellCall): { seconds: number; word: Word } | undefined {
  const word = call.option('--duration-seconds')
  return word && /^\d+$/.test(word.text) ? { seconds: Number(word.text), word } : undefined
}

const KEYS = /^AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY)=./

/** The word with which a call gives the shell or the AWS CLI access keys; undefined when it does not. */
export function credentialsOf(call: ShellCall): Word | undefined {
  const { program, subcommands, shell } = call
  const names = subcommands.map(({ text }) => text)
  if (program === 'aws' && names[0] === 'configure') {
    if (names[1] === 'import') return subcommands[1]
    if (names[1] === 'set' && /(^|\.)aws_(access_key_id|secret_access_key)$/.test(names[2] ?? '')) return subcommands[2]
  }
  const file = shell.files.find(({ operator, word }) => operator.startsWith('>') && /\.aws\/credentials$/.test(word.text))
  if (file) return file.word
  const exported = program === 'export' ? call.args : program === '' ? shell.assignments : []
  return exported.find(({ text }) => KEYS.test(text))
}

export const configuresCredentials = (call: ShellCall): boolean => credentialsOf(call) !== undefined
