import { defineRule, insertValue, renameKey } from '#rule'

export default defineRule({
  id: 'buildspec/version-missing',
  title: 'Buildspec must have a version',
  severity: 'error',
  on: ['buildspec'],
  fixes: 'safe',
  why: 'CodeBuild gives up while it reads the file ("wrong number of container tags, expected 1"), before any command has run.',
  fix: 'Write "version: 0.2" at the top of the file.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html',
      fact: 'The version is required; the current one is 0.2.',
    },
  ],
  notes: ['000:315', '000:317', '002:1187', '002:1189'],
  messages: {
    missing: 'The buildspec has no version; write "version: 0.2" at its top.',
    misspelt: '"{name}" is not read as the version of the buildspec; write "version".',
  },
  check(buildspec, { report }) {
    if (buildspec.section('version') || buildspec.isOpen) return
    const near = buildspec.misspelt('version')
    if (near) report(near.key, 'misspelt', { name: near.key.text }, renameKey(near.key, 'version'))
    else report(buildspec.root, 'missing', {}, insertValue(buildspec.root, 'version', '0.2'))
  },
})
