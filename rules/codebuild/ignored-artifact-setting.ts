import { atKey, both, canHold, defineRule, present, string } from '#rule'
import { api, artifactsOf } from './_project.ts'

const SETTINGS = ['Location', 'Name', 'NamespaceType', 'Packaging', 'Path', 'OverrideArtifactName', 'EncryptionDisabled']

export default defineRule({
  id: 'codebuild/ignored-artifact-setting',
  title: 'Artifact setting has no effect with this type',
  severity: 'warning',
  on: ['AWS::CodeBuild::Project'],
  why: 'Without artifacts, and in a pipeline, which manages them itself, the setting is ignored.',
  fix: 'Remove the setting, or use the type S3.',
  sources: [{ url: api('ProjectArtifacts'), fact: 'With CODEPIPELINE and NO_ARTIFACTS these values are ignored.' }],
  notes: ['000:321', '000:323', '001:1086', '002:2349', '002:2359'],
  messages: { ignored: '{name} is ignored with the artifact type {type}; remove it, or use the type S3.' },
  check(project, { report }) {
    for (const artifacts of artifactsOf(project)) {
      for (const type of artifacts.known('Type', string).filter(({ value }) => value === 'NO_ARTIFACTS' || value === 'CODEPIPELINE')) {
        for (const name of SETTINGS) {
          for (const fact of present(artifacts, name)) {
            const when = both(type.when, fact.when)
            const text = fact.state === 'known' && fact.value.kind === 'scalar' ? fact.value.text : undefined
            // Generators write a name, and what is the default anyway; CodePipeline reads whether to encrypt.
            const isHarmless =
              name === 'Name' ||
              text === 'NONE' ||
              text?.toLowerCase() === 'false' ||
              (name === 'EncryptionDisabled' && type.value === 'CODEPIPELINE')
            if (canHold(when) && !isHarmless) report(atKey(fact, when), 'ignored', { name, type: type.value })
          }
        }
      }
    }
  },
})
