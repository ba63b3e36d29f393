import { defineRule, FILE_KEYS, isBlank, isNothing, isUnevaluated, kindName, type Mapping, type Node } from '#rule'
import { AGENT_PARSER, FILES } from './_pages.ts'
import { FILE_WORDS, isAnyMapping } from './_words.ts'

export default defineRule({
  id: 'appspec/incomplete-file-mapping',
  title: 'Each files entry needs source and destination',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent fails the deployment, for a wrong shape with a Ruby error that names neither the file nor the line.',
  fix: 'Write `files` as a list of `- source:` and `destination:` pairs.',
  sources: [
    {
      url: FILES,
      fact: 'files is a list of mappings; source names a file or folder of the revision, destination the folder on the instance.',
    },
    {
      url: AGENT_PARSER,
      fact: 'The agent goes through the items of files and takes source and destination of each; nil in either is refused.',
    },
  ],
  notes: ['000:357', '000:358', '000:359', '001:1097', '002:1204', '002:1207'],
  messages: {
    notList: '"files" is {kind}; the agent wants a list ("no implicit conversion of String into Integer"): put a dash before each source.',
    emptyItem: 'A dash without content is no file mapping ("undefined method `[]\' for nil"); write source and destination, or remove it.',
    notMapping: 'The item is {kind}, where the agent wants "source" and "destination"; write "- source: …" and below it "destination: …".',
    neither: 'The mapping has neither "source" nor "destination"; write both, or remove it.',
    noSource: 'The mapping has no "source" (CodeDeploy: "specifies a destination file, but no source file"); add it.',
    noDestination: 'The mapping has no "destination" (CodeDeploy: "specifies only a source file"); add the folder to copy to.',
    misspelt: '"{key}" is not read; the key is "{name}", and without it the agent refuses the file.',
    empty: '"{name}" is empty; the agent refuses a file mapping without it.',
    notText: '"{name}" is {kind}; write one path as text, and a further mapping for each further path.',
  },
  check(appspec, { report }) {
    const files = appspec.section('files')?.value
    if (appspec.platform !== 'server' || !files || isNothing(files)) return
    if (files.kind !== 'sequence') {
      report(files, 'notList', { kind: kindName(files) })
      return
    }
    for (const item of files.items) {
      if (isNothing(item)) report(item, 'emptyItem')
      else if (item.kind !== 'mapping') report(item, 'notMapping', { kind: kindName(item) })
      else if (isUnevaluated(item)) continue
      else if (isAnyMapping(appspec, item)) report(item, 'neither')
      else for (const name of FILE_KEYS) checkKey(item, name)
    }

    function checkKey(item: Mapping, name: string): void {
      const entry = appspec.entry(item, name)
      const key = appspec.standIn(item, name, FILE_KEYS, FILE_WORDS[name])
      const value: Node | undefined = entry?.value
      if (key) report(key, 'misspelt', { key: key.text, name })
      else if (!value) report(item, name === 'source' ? 'noSource' : 'noDestination')
      else if (isBlank(value)) report(value, 'empty', { name })
      else if (value.kind !== 'scalar' && !isUnevaluated(value)) report(value, 'notText', { name, kind: kindName(value) })
    }
  },
})
