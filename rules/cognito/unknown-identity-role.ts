import { closest, defineRule, respell } from '#rule'
import { KINDS } from './_pools.ts'

export default defineRule({
  id: 'cognito/unknown-identity-role',
  title: 'Identity pool roles are authenticated and unauthenticated',
  severity: 'error',
  on: ['AWS::Cognito::IdentityPoolRoleAttachment'],
  fixes: 'safe',
  why: 'Cognito rejects the roles.',
  fix: 'Use the keys authenticated and unauthenticated.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypoolroleattachment.html',
      fact: 'The keys of Roles are authenticated and unauthenticated.',
    },
  ],
  notes: ['002:384', '002:385', '002:387', '002:2184', '003:228'],
  messages: {
    unknown: 'Roles has no "{name}"; use authenticated or unauthenticated.',
    near: 'Roles has no "{name}"; did you mean "{near}"?',
  },
  check(attachment, { report }) {
    for (const roles of attachment.items('Roles')) {
      if (roles.isOpen) continue
      for (const { key } of roles.entries) {
        if (KINDS.includes(key.text)) continue
        const near = closest(key.text, KINDS)
        const place = { node: key, when: roles.when }
        if (near) report(place, 'near', { name: key.text, near }, respell(place, KINDS))
        else report(place, 'unknown', { name: key.text })
      }
    }
  },
})
