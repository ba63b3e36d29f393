import { defineRule } from '#rule'

export default defineRule({
  id: 'buildspec/breakpoint-left',
  title: 'codebuild-breakpoint was left in the build',
  severity: 'warning',
  on: ['buildspec'],
  why: 'A build that is started with a debug session waits at it until somebody resumes the build or it times out.',
  fix: 'Remove the command when the problem is found.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/session-manager.html',
      fact: 'codebuild-breakpoint pauses a build with session connection until it is resumed.',
    },
  ],
  notes: ['000:333', '000:338', '001:1090', '001:1091', '001:1092', '003:418'],
  messages: { left: '"codebuild-breakpoint" pauses a build with a debug session; remove it.' },
  check(buildspec, { report }) {
    for (const call of buildspec.calls) if (call.program === 'codebuild-breakpoint') report(call.head(0), 'left')
  },
})
