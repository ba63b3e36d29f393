import { accessKeyIn, defineRule, type Node, pathOf, walk } from '#rule'

export default defineRule({
  id: 'template/hardcoded-access-key',
  title: 'Text contains what looks like an AWS access key',
  severity: 'warning',
  on: ['template', 'buildspec', 'appspec'],
  why: 'Everyone who reads the file, its history, or the description of the stack can act with the key.',
  fix: 'Deactivate the key now. Use a role; where a key is needed, keep it in Secrets Manager.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
      fact: 'Access key ids begin with AKIA, temporary ones with ASIA.',
    },
  ],
  notes: [
    ...['000:468', '000:698', '000:699', '000:700', '000:701', '000:702', '000:703', '001:994', '001:995', '001:996', '001:997'],
    ...['002:1787', '002:1793', '002:1929', '002:1993', '002:2352', '002:2384'],
  ],
  messages: {
    keyId: 'The access key id {start}… is written here; deactivate the key and use a role.',
    secret: 'A secret access key is written here; deactivate the key and use a role.',
  },
  check(target, { report }) {
    const root: Node = target.source.root ?? target.root
    for (const node of walk(root)) {
      if (node.kind !== 'scalar') continue
      const found = accessKeyIn(node.text, pathOf(node))
      if (found === 'keyId') report(node, 'keyId', { start: /AKIA|ASIA/.exec(node.text)?.[0] ?? '' })
      else if (found) report(node, 'secret')
    }
  },
})
