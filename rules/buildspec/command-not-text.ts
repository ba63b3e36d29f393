import { defineRule, type Mapping } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/command-not-text',
  title: 'Command is read as a map because of an unquoted colon',
  severity: 'error',
  on: ['buildspec'],
  why: 'To YAML, ": " makes a map and a leading bracket a list; CodeBuild then fails with "Expected Commands[0] to be of string type".',
  fix: 'Put the whole command in quotes, or write it below a "|".',
  sources: [
    { url: REFERENCE, fact: 'commands is a sequence of scalars, one for each command.' },
    {
      url: 'https://github.com/aws/sagemaker-chainer-container/issues/83',
      fact: 'A command with an unquoted ": " failed with that error.',
    },
  ],
  notes: ['002:1187', '002:1189'],
  messages: {
    colon: 'This command is read as a map because of the ": " behind `{before}`; put the whole command in quotes.',
    braces: 'This command is read as a map because it begins with "{"; put the whole command in quotes.',
    list: 'This command is read as a list; put the whole command in quotes.',
  },
  check(buildspec, { report }) {
    for (const { phase } of buildspec.phaseMaps) {
      for (const { key, value } of phase.entries) {
        if ((key.text !== 'commands' && key.text !== 'finally') || value.kind !== 'sequence') continue
        for (const item of value.items) {
          if (item.kind === 'sequence') report(item, 'list')
          else if (item.kind === 'mapping' && isFlow(item, buildspec.source.text)) report(item, 'braces')
          else if (item.kind === 'mapping') report(item, 'colon', { before: item.entries[0]?.key.text ?? '' })
        }
      }
    }
  },
})

const isFlow = (node: Mapping, text: string): boolean => text[node.span.start] === '{'
