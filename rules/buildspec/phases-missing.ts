import { defineRule, listOf } from '#rule'

export default defineRule({
  id: 'buildspec/phases-missing',
  title: 'Buildspec needs phases or batch',
  severity: 'error',
  on: ['buildspec'],
  why: 'A build without phases has no command to run; CodeBuild requires them unless the file only starts a batch of other builds.',
  fix: 'Put the commands under phases, in install, pre_build, build or post_build.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html',
      fact: 'phases is a required sequence of install, pre_build, build and post_build.',
    },
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/batch-build-buildspec.html',
      fact: 'The builds of a batch can each name a buildspec of their own.',
    },
  ],
  notes: ['000:315', '000:317', '002:1187', '002:1189'],
  messages: {
    missing: 'The buildspec has neither phases nor batch; put its commands under phases.',
    misspelt: '"{name}" is not read as the phases of the buildspec; write "phases".',
    empty: '"phases" is empty; put install, pre_build, build or post_build under it.',
    dedented: '"phases" is empty because what follows ({keys}) is not indented; indent it under phases.',
    notMap: '"phases" must be a map of install, pre_build, build and post_build, not a {kind}.',
  },
  check(buildspec, { report }) {
    if (buildspec.isOpen) return
    const phases = buildspec.section('phases')
    if (!phases) {
      const near = buildspec.misspelt('phases')
      if (near) report(near.key, 'misspelt', { name: near.key.text })
      else if (!buildspec.section('batch')) report(buildspec.root, 'missing')
      return
    }
    for (const { value } of buildspec.facts('phases').filter((fact) => fact.state === 'known')) {
      const lost = buildspec.dedented('phases').map(({ key }) => key.text)
      if (lost.length) report(phases.key, 'dedented', { keys: listOf(lost.slice(0, 4), 'and') })
      else if (value.kind === 'mapping' ? value.entries.length === 0 : value.kind === 'scalar' && value.value === null) {
        report(phases.key, 'empty')
      } else if (value.kind !== 'mapping') report(phases.key, 'notMap', { kind: value.kind === 'sequence' ? 'list' : 'text' })
    }
  },
})
