import { defineRule } from '#rule'
import { CLI_ECR, CLI_V2_CHANGES, IMAGES } from './_sources.ts'

export default defineRule({
  id: 'buildspec/removed-ecr-login',
  title: 'aws ecr get-login no longer exists',
  severity: 'warning',
  on: ['buildspec'],
  why: 'Version 2 of the AWS CLI, which the current build images have, knows no such command: the build fails at the login.',
  fix: 'Write aws ecr get-login-password | docker login --username AWS --password-stdin <registry>.',
  sources: [
    { url: CLI_V2_CHANGES, fact: 'Version 2 of the AWS CLI has ecr get-login-password in place of ecr get-login.' },
    { url: CLI_ECR, fact: 'The password of get-login-password goes to docker login over standard input.' },
    { url: IMAGES, fact: 'The maintained build images install version 2 of the AWS CLI.' },
  ],
  notes: ['000:781', '001:939', '001:940', '001:941', '002:1189', '002:1565', '002:1566', '003:462'],
  messages: {
    removed:
      'The AWS CLI has no "ecr get-login" any more; write aws ecr get-login-password | docker login --username AWS --password-stdin <registry>.',
  },
  check(buildspec, { report }) {
    const { calls } = buildspec
    // Who installs version 1 has the command.
    if (calls.some(({ args }) => args.some(({ text }) => /^awscli([=<~!]|$)/.test(text)))) return
    for (const call of calls) if (call.is('aws', 'ecr', 'get-login')) report(call.head(2), 'removed')
  },
})
