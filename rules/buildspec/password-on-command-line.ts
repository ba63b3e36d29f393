import { defineRule } from '#rule'

export default defineRule({
  id: 'buildspec/password-on-command-line',
  title: 'docker login takes the password on the command line',
  severity: 'warning',
  on: ['buildspec'],
  why: 'The password stands in the list of processes, and in the log of the build when the shell traces its commands.',
  fix: 'Pipe it into docker login --password-stdin.',
  sources: [
    {
      url: 'https://docs.docker.com/reference/cli/docker/login/',
      fact: 'A password on the command line is insecure; --password-stdin is the way.',
    },
  ],
  notes: ['000:781', '002:1189', '002:1565', '002:1566', '003:462'],
  messages: { visible: '"docker login" gets the password on the command line; pipe it into --password-stdin.' },
  check(buildspec, { report }) {
    for (const call of buildspec.calls) {
      if (!call.is('docker', 'login')) continue
      const option = call.args.find(({ text }) => /^(-p|--password)(=|$)/.test(text) || /^-p./.test(text))
      if (option) report(call.place(option), 'visible')
    }
  },
})
