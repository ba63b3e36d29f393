import { defineRule, isSecretValue, tokenIn } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/secret-in-command',
  title: 'Command contains a secret in plain text',
  severity: 'warning',
  on: ['buildspec'],
  why: 'Everybody who reads the repository or the log of the build has the secret.',
  fix: 'Read it into a variable from Secrets Manager or Parameter Store under env; change the one that leaked.',
  sources: [{ url: REFERENCE, fact: 'Secrets belong into secrets-manager or parameter-store, whose values the log does not show.' }],
  notes: ['002:1993', '002:2352'],
  messages: {
    token: 'This command holds an access key or token; read it from secrets-manager or parameter-store.',
    variable: 'This command sets {name} to a secret in plain text; read it from secrets-manager or parameter-store.',
  },
  check(buildspec, { report }) {
    for (const command of buildspec.commands) {
      const token = tokenIn(command.text)
      if (token) report(command.place(token.start, token.end), 'token')
      for (const call of token ? [] : command.calls) {
        for (const word of [...call.shell.assignments, ...(call.program === 'export' ? call.args : [])]) {
          const [, name, value] = /^(\w+)=(.{6,})$/s.exec(word.text) ?? []
          if (name && value && word.isLiteral && isSecretValue(value, name)) report(call.place(word), 'variable', { name })
        }
      }
    }
  },
})
