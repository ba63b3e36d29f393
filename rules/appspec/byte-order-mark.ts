import { defineRule } from '#rule'
import { AGENT_PARSER } from './_pages.ts'

export default defineRule({
  id: 'appspec/byte-order-mark',
  title: 'The agent fails on a byte order mark',
  severity: 'error',
  on: ['appspec'],
  why: 'Agent 1.x takes the invisible mark as part of the first key and then misses that key.',
  fix: 'Save the file as UTF-8 without a byte order mark.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-general.html',
      fact: 'Text editors that add characters which do not print can make deployments fail.',
    },
    { url: AGENT_PARSER, fact: 'The agent hands the text of the file to YAML.load as it is and then looks for version and os.' },
  ],
  messages: {
    mark: 'The file begins with a byte order mark (U+FEFF), which agent 1.x takes as part of the first key; save it as UTF-8 without one.',
  },
  check(appspec, { report }) {
    if (appspec.platform !== 'server') return
    for (const { code, span } of appspec.source.problems) if (code === 'byte-order-mark') report({ node: appspec.root, span }, 'mark')
  },
})
