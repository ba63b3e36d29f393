import { BUILDSPEC_KEYS, defineRule, strangers } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/unknown-artifact-key',
  title: 'Artifacts have an unknown key',
  severity: 'warning',
  on: ['buildspec'],
  why: 'CodeBuild ignores the key, so the artifact is put together or named in another way than was meant.',
  fix: 'Correct the name, or remove the key.',
  sources: [
    {
      url: REFERENCE,
      fact: 'artifacts has files, name, base-directory, discard-paths, exclude-paths, enable-symlinks, s3-prefix and secondary-artifacts.',
    },
  ],
  notes: ['002:1186', '002:1187', '002:1189', '002:2342'],
  messages: {
    misspelt: '"{name}" is no key of artifacts and is ignored; did you mean "{near}"?',
    unknown: '"{name}" is no key of artifacts and is ignored; the keys are {keys}.',
  },
  check(buildspec, { report }) {
    for (const { identifier, entry } of buildspec.artifacts) {
      if (entry.value.kind !== 'mapping') continue
      const known = BUILDSPEC_KEYS.artifacts.filter((key) => !identifier || key !== 'secondary-artifacts')
      for (const { entry: stranger, name, near } of strangers(entry.value, known)) {
        if (near) report(stranger.key, 'misspelt', { name, near })
        else report(stranger.key, 'unknown', { name, keys: known.filter((key) => key !== 'type').join(', ') })
      }
    }
  },
})
