import { childOf, defineRule, type Node } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/artifact-files-missing',
  title: 'Artifacts need files',
  severity: 'error',
  on: ['buildspec'],
  why: 'The build fails at its very end, when it uploads: "no definition for primary artifacts in buildspec".',
  fix: "Name what is to be uploaded under files, all of it with '**/*'.",
  sources: [
    { url: REFERENCE, fact: 'files is required in artifacts, for the primary artifact also where there are secondary ones.' },
    {
      url: 'https://github.com/aws/aws-codebuild-docker-images/issues/128',
      fact: 'A build whose buildspec has no files for its primary artifact fails with CLIENT_ERROR.',
    },
  ],
  notes: ['002:1186', '002:1187', '002:1189', '002:2342'],
  messages: {
    missing: '{what} name no files; list them under "files", all of them as \'**/*\'.',
    empty: '{what} have no files; list them under "files", all of them as \'**/*\'.',
    notMap: '{what} must be a map with files, not a {kind}.',
    notText: '{what} have a file that is a {kind}; each file is a text.',
    noSecondary: 'The secondary artifacts must be a map of identifiers, not a {kind}.',
  },
  check(buildspec, { report }) {
    // Its content stands behind it without indentation: buildspec/unknown-section says so.
    const isDedented = buildspec.dedented('artifacts').length > 0 || buildspec.dedented('phases').length > 0
    for (const { identifier, entry } of buildspec.artifacts) {
      const { key, value } = entry
      const what = identifier ? `The artifacts ${identifier.text}` : 'The artifacts'
      if (isDedented || buildspec.isUnknown(value)) continue
      if (value.kind !== 'mapping') {
        report(key, 'notMap', { what, kind: kindOf(value) })
        continue
      }
      const files = childOf(value, 'files')
      if (!files) {
        // A misspelt key is reported as such.
        if (!value.entries.some((one) => /file/i.test(one.key.text) || buildspec.isUnknown(one.key))) report(key, 'missing', { what })
      } else if (isEmpty(files)) report(files.key ?? files, 'empty', { what })
      else if (files.kind === 'mapping') report(files, 'notText', { what, kind: 'map' })
      else if (files.kind === 'sequence') {
        for (const item of files.items) if (item.kind !== 'scalar') report(item, 'notText', { what, kind: kindOf(item) })
      }
    }
    const secondary = childOf(buildspec.section('artifacts')?.value, 'secondary-artifacts')
    if (secondary && secondary.kind !== 'mapping' && !buildspec.isUnknown(secondary))
      report(secondary, 'noSecondary', { kind: kindOf(secondary) })
  },
})

const isEmpty = (node: Node): boolean =>
  node.kind === 'scalar' ? node.text.trim() === '' || node.value === null : node.kind === 'sequence' && node.items.length === 0

const kindOf = (node: Node): string => (node.kind === 'mapping' ? 'map' : node.kind === 'sequence' ? 'list' : 'text')
