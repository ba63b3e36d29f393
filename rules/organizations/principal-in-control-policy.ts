import { atKey, defineRule, policiesIn, present, string } from '#rule'

export default defineRule({
  id: 'organizations/principal-in-control-policy',
  title: 'Service control policies take no Principal',
  severity: 'error',
  on: ['AWS::Organizations::Policy'],
  why: 'Organizations rejects the policy.',
  fix: 'Remove Principal; the policy counts for all principals of the accounts it is attached to.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html',
      fact: 'Service control policies have neither Principal nor NotPrincipal.',
    },
    {
      url: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html',
      fact: 'Resource control policies deny, and their Principal is "*".',
    },
  ],
  notes: ['001:951', '001:952', '001:953', '001:954'],
  messages: {
    principal: 'A service control policy takes no {name}; remove it.',
  },
  check(resource, { report }) {
    const types = resource.possible('Type', string)
    if (types.some((type) => type.state !== 'known' || type.value !== 'SERVICE_CONTROL_POLICY')) return
    for (const policy of policiesIn(resource))
      for (const statement of policy.statements)
        for (const name of ['Principal', 'NotPrincipal'])
          for (const principal of present(statement, name)) report(atKey(principal), 'principal', { name })
  },
})
