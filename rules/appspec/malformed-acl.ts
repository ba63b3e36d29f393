import { childOf, defineRule, isNothing, isPlaceholder, isUnevaluated, kindName } from '#rule'
import { parseAcl } from './_acl.ts'
import { PERMISSIONS } from './_pages.ts'

export default defineRule({
  id: 'appspec/malformed-acl',
  title: 'ACL entry is malformed',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent refuses the whole AppSpec.',
  fix: 'Write a list of entries such as "u:shop:rw", "d:g:web:r-x" or "m::rwx"; the base entries are set with mode.',
  sources: [
    { url: PERMISSIONS, fact: 'acls is a list of access control entries such as user:name:rw.' },
    {
      url: 'https://github.com/aws/aws-codedeploy-agent/blob/800eb28/lib/instance_agent/plugins/codedeploy/application_specification/ace_info.rb',
      fact: 'An entry is [default:][user|group|mask|other]:name:permissions; mask and other have no name, user and group must have one unless they are defaults.',
    },
  ],
  notes: ['001:1098', '002:1207'],
  messages: {
    notList: '"acls" is {kind}; the agent wants a list ("undefined method `each\'"): put a dash before each entry.',
    notText: 'The ACL entry is {kind}; write it as text such as "u:shop:rw".',
    shape:
      'The ACL entry "{value}" is not understood (CodeDeploy: "Invalid acl entry ({value})"); write it as "u:name:rw" or "d:g:name:r-x".',
    base: 'The ACL entry "{value}" names nobody (CodeDeploy: "Use mode to set the base acl entry ({value})"); set it with mode, or add the name.',
    character:
      'The ACL entry "{value}" has the permissions "{permissions}" (CodeDeploy: "contains an invalid character"); use r, w, x, - or one digit from 0 to 7.',
  },
  check(appspec, { report }) {
    for (const item of appspec.permissions) {
      const acls = childOf(item, 'acls')
      if (!acls || isNothing(acls) || isUnevaluated(acls)) continue
      if (acls.kind !== 'sequence') report(acls, 'notList', { kind: kindName(acls) })
      for (const entry of acls.kind === 'sequence' ? acls.items : []) {
        if (isUnevaluated(entry)) continue
        if (entry.kind !== 'scalar') {
          report(entry, 'notText', { kind: kindName(entry) })
          continue
        }
        const { problem, permissions } = parseAcl(entry.text)
        if (problem && !isPlaceholder(entry.text)) {
          if (problem === 'character') report(entry, 'character', { value: entry.text, permissions })
          else report(entry, problem, { value: entry.text })
        }
      }
    }
  },
})
