import { childOf, defineRule } from '#rule'
import { parseAcl } from './_acl.ts'
import { AGENT_INSTRUCTIONS, PERMISSIONS } from './_pages.ts'

export default defineRule({
  id: 'appspec/default-acl-on-files',
  title: 'Default ACL entries apply to directories only',
  severity: 'warning',
  on: ['appspec'],
  why: 'The Install event fails on the first file that the entry matches; without type it matches files and directories.',
  fix: 'Limit the entry to directories: type: [directory].',
  sources: [
    { url: PERMISSIONS, fact: 'Default entries of an ACL are for directories.' },
    {
      url: AGENT_INSTRUCTIONS,
      fact: 'Each file that an entry with a default ACL matches raises "the -d parameter has been specified to apply an acl setting to a file".',
    },
  ],
  messages: {
    files:
      'The default ACL entry "{value}" applies to files too (CodeDeploy: "the -d parameter has been specified to apply an acl setting to a file"); limit it with type: [directory].',
  },
  check(appspec, { report }) {
    for (const item of appspec.permissions) {
      const acls = childOf(item, 'acls')
      const type = childOf(item, 'type')
      const isForFiles = type?.kind === 'sequence' ? type.items.some((one) => one.kind === 'scalar' && one.text === 'file') : !type
      if (acls?.kind !== 'sequence' || !isForFiles) continue
      const entry = acls.items.find((one) => one.kind === 'scalar' && parseAcl(one.text).isDefault && !parseAcl(one.text).problem)
      if (entry?.kind === 'scalar') report(entry, 'files', { value: entry.text })
    }
  },
})
