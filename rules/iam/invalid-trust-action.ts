import { defineRule, mayCoverAction } from '#rule'

const ACTIONS = ['AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'TagSession', 'SetSourceIdentity', 'SetContext']

const isForeign = (text: string): boolean => text === '*' || !ACTIONS.some((action) => mayCoverAction(text, `sts:${action}`))

export default defineRule({
  id: 'iam/invalid-trust-action',
  title: 'A trust policy allows sts: actions only',
  severity: 'error',
  on: ['policy'],
  why: 'IAM rejects the trust policy, and the role is not created.',
  fix: 'Allow sts:AssumeRole, sts:AssumeRoleWithSAML or sts:AssumeRoleWithWebIdentity; what the role may do stands in its Policies.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html',
      fact: 'The trust policy of a role controls who may assume it; other permissions belong into its permission policies.',
    },
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html',
      fact: 'AssumeRole, AssumeRoleWithSAML, AssumeRoleWithWebIdentity, TagSession, SetSourceIdentity and SetContext are the actions around sessions of roles.',
    },
  ],
  notes: ['001:950', '001:958', '001:962', '002:626', '002:634', '002:1007', '002:1008', '002:2184'],
  cfnLint: ['E3530'],
  messages: {
    foreign: '{element} is "{value}"; a trust policy takes actions around assuming the role only, such as sts:AssumeRole.',
  },
  check(policy, { report }) {
    if (policy.kind !== 'trust') return
    for (const statement of policy.statements)
      for (const element of ['Action', 'NotAction'])
        for (const { text, place } of statement.suspects(element, isForeign)) report(place, 'foreign', { element, value: text })
  },
})
