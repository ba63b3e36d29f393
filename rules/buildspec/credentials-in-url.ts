import { defineRule, isSecretValue } from '#rule'

export default defineRule({
  id: 'buildspec/credentials-in-url',
  title: 'URL contains a user name and password',
  severity: 'warning',
  on: ['buildspec'],
  why: 'Everybody who reads the repository or the log of the build has the password.',
  fix: 'Read it from Secrets Manager or Parameter Store, or use git-credential-helper; change the one that leaked.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html',
      fact: 'git-credential-helper gives Git the credentials of CodeCommit; secrets come from secrets-manager and parameter-store.',
    },
  ],
  notes: ['000:306', '000:307', '000:308', '000:310', '001:1064', '001:1065', '001:1066', '001:1067', '001:1068', '003:412'],
  messages: { password: 'This URL holds a password in plain text; read it from secrets-manager or parameter-store.' },
  check(buildspec, { report }) {
    for (const call of buildspec.calls) {
      for (const word of [...call.shell.words, ...call.shell.assignments]) {
        const password = /\bhttps?:\/\/[^\s:@/$`]+:([^\s@/$`{}<>]+)@[\w.-]+/.exec(word.text)?.[1]
        if (password && isSecretValue(password, 'password')) report(call.place(word), 'password')
      }
    }
  },
})
