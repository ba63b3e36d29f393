import { defineRule, type ShellCall } from '#rule'

export default defineRule({
  id: 'buildspec/cdk-approval-prompt',
  title: 'cdk deploy waits for an approval that nobody can give',
  severity: 'warning',
  on: ['buildspec'],
  why: 'When permissions widen, cdk deploy asks; without a terminal it fails instead, in the middle of a deployment.',
  fix: 'Add --require-approval never, and review changes of permissions before the build.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cdk/v2/guide/ref-cli-cmd-deploy.html',
      fact: 'By default (broadening) cdk deploy asks before it deploys changes that widen permissions.',
    },
  ],
  notes: ['000:174', '000:178'],
  messages: { asks: '"cdk deploy" fails without a terminal when permissions widen; add --require-approval never.' },
  check(buildspec, { report }) {
    const { calls, project } = buildspec
    const folders = ['.', ...calls.filter(({ program }) => program === 'cd').flatMap(({ args }) => args.map(({ text }) => text))]
    if (folders.some((folder) => /"requireApproval"\s*:\s*"never"/.test(project?.read(`${folder}/cdk.json`.replace(/^\.\//, '')) ?? '')))
      return
    for (const call of calls) {
      if (isCdkDeploy(call) && !call.isOpen && !call.has('--require-approval', '--hotswap', '--hotswap-fallback', '--yes', '-y', '--help'))
        report(call.place(), 'asks')
    }
  },
})

const RUNNERS = ['npx', 'yarn', 'pnpm', 'bunx']

function isCdkDeploy(call: ShellCall): boolean {
  if (call.is('cdk', 'deploy')) return true
  const names = call.subcommands.map(({ text }) => text)
  const at = names.findIndex((name) => /^(aws-)?cdk(@[\w.^~-]+)?$/.test(name))
  return RUNNERS.includes(call.program) && at >= 0 && at <= 1 && names[at + 1] === 'deploy'
}
