import { all, defineRule, need, oneOf, where, within } from '#rule'

export default defineRule({
  id: 'cognito/malformed-role-mapping',
  title: 'A role mapping needs a type, an ambiguity rule and a provider',
  severity: 'error',
  on: ['AWS::Cognito::IdentityPoolRoleAttachment'],
  why: 'Cognito rejects the mapping.',
  fix: 'Set Type, AmbiguousRoleResolution and, with the type Rules, RulesConfiguration; give the provider in IdentityProvider.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_RoleMapping.html',
      fact: 'A mapping by token or by rules says what to do where no role or several fit; rules are given with Rules.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cognito-identitypoolroleattachment-rolemapping.html',
      fact: 'The provider is the key of the mapping, or IdentityProvider where the key cannot be made of functions.',
    },
  ],
  notes: ['002:384', '002:385', '002:387', '002:2184', '003:228'],
  check: within(
    'RoleMappings.*',
    all(
      oneOf('Type', ['Token', 'Rules']),
      oneOf('AmbiguousRoleResolution', ['AuthenticatedRole', 'Deny']),
      where('Type', ['Token', 'Rules'], need('A role mapping needs {name}: AuthenticatedRole or Deny.', 'AmbiguousRoleResolution')),
      where('Type', ['Rules'], need('A role mapping of the type Rules needs {name}.', 'RulesConfiguration')),
    ),
  ),
})
