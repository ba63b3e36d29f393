import { defineRule, string } from '#rule'

export default defineRule({
  id: 'buildspec/credential-helper-missing',
  title: 'CodeCommit over HTTPS is used without credentials',
  severity: 'warning',
  on: ['buildspec'],
  why: 'Git asks for a user name that nobody can give, and the command fails.',
  fix: 'Set git-credential-helper to yes under env.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html',
      fact: 'With git-credential-helper, CodeBuild gives Git the credentials for CodeCommit.',
    },
  ],
  notes: ['000:306', '000:307', '000:308', '000:310', '001:1064', '001:1065', '001:1066', '001:1067', '001:1068', '003:412'],
  messages: { missing: '"git {verb}" has no credentials for CodeCommit; set git-credential-helper to yes under env.' },
  check(buildspec, { report }) {
    const helper = buildspec.possible('env.git-credential-helper', string)
    if (helper.some((fact) => fact.state === 'unknown' || (fact.state === 'known' && /^(yes|true|on|y)$/i.test(fact.value)))) return
    for (const command of buildspec.commands) {
      if (/credential|git-remote-codecommit|netrc|insteadOf/i.test(command.text)) return
      for (const call of command.calls) {
        const verb = call.program === 'git' ? (call.subcommands[0]?.text ?? '') : ''
        const url = call.args.find(({ text }) => /^https:\/\/git-codecommit\.[\w-]+\.amazonaws\.com/.test(text))
        if (url && /^(clone|fetch|pull|push|ls-remote)$/.test(verb)) report(call.place(url), 'missing', { verb })
      }
    }
  },
})
