import { BUILDSPEC_SECTIONS, closest, defineRule, isPlaceholder, PHASES, respell } from '#rule'

const PHASE_KEYS = ['commands', 'finally', 'on-failure', 'run-as', 'runtime-versions', 'steps']

export default defineRule({
  id: 'buildspec/unknown-phase',
  title: 'Phase must be install, pre_build, build or post_build',
  severity: 'error',
  on: ['buildspec'],
  fixes: 'safe',
  why: 'CodeBuild refuses the whole file: "Invalid buildspec phase name".',
  fix: 'Use one of the four names; the order in which they stand does not matter.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html',
      fact: 'The names of the build phases are fixed.',
    },
  ],
  notes: ['000:315', '000:317', '002:1189'],
  messages: {
    misspelt: '"{name}" is no build phase; did you mean "{near}"?',
    section: '"{name}" is no build phase; it belongs to the top level of the buildspec.',
    key: '"{name}" is no build phase; indent it under the phase that it belongs to.',
    unknown: '"{name}" is no build phase; the phases are install, pre_build, build and post_build.',
  },
  check(buildspec, { report }) {
    for (const { key } of buildspec.phases) {
      const name = key.text
      if ((PHASES as readonly string[]).includes(name) || isPlaceholder(name)) continue
      const near = closest(name, PHASES)
      if ((BUILDSPEC_SECTIONS as readonly string[]).includes(name)) report(key, 'section', { name })
      else if (PHASE_KEYS.includes(name)) report(key, 'key', { name })
      else if (near) report(key, 'misspelt', { name, near }, respell(key, PHASES))
      else report(key, 'unknown', { name })
    }
  },
})
