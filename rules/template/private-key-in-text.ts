import { defineRule, type Node, walk } from '#rule'

const HEADER = /-----BEGIN (RSA |EC |DSA |OPENSSH |ENCRYPTED )?PRIVATE KEY-----\s*(?:\\n)?\s*/

export default defineRule({
  id: 'template/private-key-in-text',
  title: 'Text contains a private key',
  severity: 'warning',
  on: ['template', 'buildspec', 'appspec'],
  why: 'Everyone who reads the file or its history has the key.',
  fix: 'Replace the key pair, and keep the private key in Secrets Manager or on the machine that needs it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html',
      fact: 'Secrets Manager replaces hard-coded secrets, keys included, by a call at run time.',
    },
  ],
  notes: ['001:128', '001:130', '001:131', '001:132', '001:133', '001:134'],
  messages: { key: 'A private key is written here; replace the key pair and keep the new key in Secrets Manager.' },
  check(target, { report }) {
    const root: Node = target.source.root ?? target.root
    for (const node of walk(root)) {
      const found = node.kind === 'scalar' ? HEADER.exec(node.text) : null
      if (node.kind !== 'scalar' || !found) continue
      // What is filled in later, or only mentioned, is no key.
      if (/^[A-Za-z0-9+/=]{6}/.test(node.text.slice(found.index + found[0].length))) report(node, 'key')
    }
  },
})
