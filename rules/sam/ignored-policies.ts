import { atKey, both, canHold, childOf, defineRule, present } from '#rule'
import { makesRole } from './_policies.ts'

export default defineRule({
  id: 'sam/ignored-policies',
  title: 'Policies have no effect because Role is given',
  severity: 'warning',
  on: ['AWS::Serverless::Function'],
  why: 'With a Role SAM makes none, and leaves out what was to go into it without a word: the function lacks the permissions.',
  fix: 'Give the permissions to the role, or remove Role so that SAM makes one.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-policies',
      fact: 'Policies, AssumeRolePolicyDocument, PermissionsBoundary and RolePath are for the role that SAM makes; Policies are ignored when Role is set.',
    },
  ],
  notes: ['001:36', '002:1403'],
  messages: { ignored: '{name} has no effect because Role is set; give the permissions to that role, or remove Role.' },
  check(resource, { report }) {
    if (makesRole(resource)) return
    const own = childOf(resource.body, 'Properties')
    for (const name of ['Policies', 'PermissionsBoundary', 'AssumeRolePolicyDocument', 'RolePath']) {
      // What stands in Globals is meant for the other functions.
      if (!childOf(own, name)) continue
      for (const role of resource.facts('Role')) {
        for (const fact of present(resource, name)) {
          const when = both(role.when, fact.when)
          if (canHold(when)) report(atKey(fact, when), 'ignored', { name })
        }
      }
    }
  },
})
