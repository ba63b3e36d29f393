import { childOf, defineRule, inRevision, knownText } from '#rule'
import { AGENT_INSTALLER, FILES } from './_pages.ts'

export default defineRule({
  id: 'appspec/path-outside-revision',
  title: 'Sources and scripts must lie within the revision',
  severity: 'error',
  on: ['appspec'],
  why: 'Only the revision is unpacked on the instance: agent 1.x finds nothing beside it, and agent 2.x refuses a path that leaves it.',
  fix: 'Put the file into the revision and name it relative to the folder of the AppSpec.',
  sources: [
    { url: FILES, fact: 'Paths in source are relative, starting from the root of the revision.' },
    { url: AGENT_INSTALLER, fact: 'The source is joined with the folder into which the revision was unpacked.' },
    {
      url: 'https://github.com/aws/aws-codedeploy-agent/issues/428',
      fact: 'Agent 2.1.0 rejects paths that resolve outside of the revision.',
    },
  ],
  messages: {
    escapes: '"{key}" is "{value}", which leaves the revision; put the file below the folder of the AppSpec.',
    remote: '"{key}" is "{value}"; the agent copies only what is in the revision: put the file there and name it relative to the AppSpec.',
  },
  check(appspec, { report }) {
    const sources = appspec.files.map((item) => ({ key: 'source', node: childOf(item, 'source') }))
    const scripts = appspec.scripts.map((script) => ({ key: 'location', node: childOf(script.node, 'location') }))
    for (const { key, node } of [...sources, ...scripts]) {
      const value = knownText(node)
      if (!node || !value) continue
      if (/^[a-z][a-z0-9+.-]+:\/\//i.test(value)) report(node, 'remote', { key, value })
      else if (inRevision(value) === undefined) report(node, 'escapes', { key, value })
    }
  },
})
