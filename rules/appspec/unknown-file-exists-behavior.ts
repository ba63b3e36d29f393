import { closest, defineRule, isNothing, isPlaceholder, isUnevaluated, kindName, respell } from '#rule'
import { AGENT_PARSER, FILES } from './_pages.ts'

export default defineRule({
  id: 'appspec/unknown-file-exists-behavior',
  title: 'file_exists_behavior must be DISALLOW, OVERWRITE or RETAIN',
  severity: 'error',
  on: ['appspec'],
  fixes: 'safe',
  why: 'The agent refuses any other value, lower case included, before it copies the first file.',
  fix: 'Write one of DISALLOW, OVERWRITE and RETAIN, in capitals.',
  sources: [
    { url: FILES, fact: 'file_exists_behavior is DISALLOW (the default), OVERWRITE or RETAIN.' },
    { url: AGENT_PARSER, fact: 'Other values raise "an invalid file_exists_behavior value".' },
  ],
  notes: ['000:343', '000:358', '000:359', '000:361', '001:1097', '002:1204', '002:1207'],
  messages: {
    misspelt: '"file_exists_behavior" is "{value}" (CodeDeploy: "an invalid file_exists_behavior value ({value})"); did you mean {near}?',
    unknown:
      '"file_exists_behavior" is "{value}" (CodeDeploy: "an invalid file_exists_behavior value"); write one of DISALLOW, OVERWRITE, RETAIN.',
    collection:
      '"file_exists_behavior" is {kind} (CodeDeploy: "an invalid file_exists_behavior value"); write one of DISALLOW, OVERWRITE, RETAIN.',
  },
  check(appspec, { report }) {
    const node = appspec.section('file_exists_behavior')?.value
    if (appspec.platform !== 'server' || !node || isUnevaluated(node) || isNothing(node)) return
    if (node.kind !== 'scalar') report(node, 'collection', { kind: kindName(node) })
    else if (!VALUES.includes(node.text)) {
      const near = closest(node.text, VALUES)
      if (near) report(node, 'misspelt', { value: node.text, near }, respell(node, VALUES))
      else if (!isPlaceholder(node.text)) report(node, 'unknown', { value: node.text })
    }
  },
})

const VALUES: readonly string[] = ['DISALLOW', 'OVERWRITE', 'RETAIN']
