import { defineRule, type ShellCall, string } from '#rule'
import { REFERENCE } from './_sources.ts'

const PUBLISHING: readonly (readonly [string, ...string[]])[] = [
  ['docker', 'push'],
  ['aws', 'ecs', 'update-service'],
  ['aws', 'cloudformation', 'deploy'],
  ['aws', 'deploy', 'create-deployment'],
  ['aws', 'lambda', 'update-function-code'],
  ['sam', 'deploy'],
  ['npm', 'publish'],
  ['terraform', 'apply'],
  ['cdk', 'deploy'],
  ['npx', 'cdk', 'deploy'],
  ['kubectl', 'apply'],
  ['helm', 'upgrade'],
]

export default defineRule({
  id: 'buildspec/unguarded-post-build',
  title: 'post_build publishes even when the build failed',
  severity: 'info',
  on: ['buildspec'],
  why: 'post_build also runs after a failed build: what did not pass its tests is published all the same.',
  fix: 'Set on-failure: ABORT for the build phase, or look at CODEBUILD_BUILD_SUCCEEDING first.',
  sources: [
    { url: REFERENCE, fact: 'on-failure: ABORT ends the build after the phase that failed.' },
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details.html',
      fact: 'After a failed build phase comes post_build.',
    },
  ],
  notes: ['000:315', '002:1189'],
  messages: {
    unguarded: '"{call}" also runs after a failed build; set on-failure: ABORT for build, or look at CODEBUILD_BUILD_SUCCEEDING.',
  },
  check(buildspec, { report }) {
    const build = buildspec.phaseMaps.find(({ key }) => key.text === 'build')?.phase
    if (!build || !buildspec.commands.some(({ phase }) => phase === 'build')) return
    const onFailure = build.possible('on-failure', string)
    if (onFailure.some((fact) => fact.state === 'unknown' || (fact.state === 'known' && /^abort$/i.test(fact.value)))) return
    const after = buildspec.commands.filter(({ phase }) => phase === 'post_build')
    if (after.some(({ text }) => /CODEBUILD_BUILD_SUCCEEDING|\bset -\w*e/.test(text))) return
    const found = after.flatMap(({ calls }) => calls).find((call) => nameOf(call) !== undefined)
    if (found) report(found.place(), 'unguarded', { call: nameOf(found) ?? '' })
  },
})

function nameOf(call: ShellCall): string | undefined {
  if (['cp', 'sync', 'mv'].some((verb) => call.is('aws', 's3', verb))) {
    return call.subcommands[3]?.text.startsWith('s3://') ? `aws s3 ${call.subcommands[1]?.text}` : undefined
  }
  return PUBLISHING.find(([program, ...subcommands]) => call.is(program, ...subcommands))?.join(' ')
}
