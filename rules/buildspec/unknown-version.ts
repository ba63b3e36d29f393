import { defineRule, isPlaceholder, replaceValue } from '#rule'

export default defineRule({
  id: 'buildspec/unknown-version',
  title: 'Buildspec version must be 0.1 or 0.2',
  severity: 'error',
  on: ['buildspec'],
  fixes: 'safe',
  why: 'CodeBuild knows two versions of the file and fails the build when it reads another one.',
  fix: 'Write "version: 0.2".',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html',
      fact: 'There are the versions 0.1 and 0.2; 0.2 is recommended.',
    },
  ],
  notes: ['000:315', '000:317', '002:1187', '002:1189'],
  messages: {
    unknown: 'Buildspec version {value} does not exist; write "version: 0.2".',
    empty: 'The version of the buildspec is empty; write "version: 0.2".',
  },
  check(buildspec, { report }) {
    for (const { value, node } of buildspec.facts('version').filter((fact) => fact.state === 'known')) {
      if (value.kind !== 'scalar') report(node, 'unknown', { value: value.kind === 'mapping' ? '{…}' : '[…]' })
      else if (value.value === null || value.text === '') report(node, 'empty')
      else if (!isPlaceholder(value.text) && ![0.1, 0.2].includes(Number(value.text)))
        report(node, 'unknown', { value: value.text }, replaceValue(node, '0.2'))
    }
  },
})
