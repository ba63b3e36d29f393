import { both, canHold, defineRule, pathOf, table } from '#rule'

const PLACE = /^Resources\/[^/]+\/Properties\/(.+?)(?:\/Fn::If\/[12])*\/(?:Ref|Fn::Sub)$/

/** Properties that take the ARN of a role under another name. */
const PROPERTIES: Readonly<Record<string, RegExp>> = table({
  'AWS::ApiGateway::Method': /^Integration\/Credentials$/,
  'AWS::ApiGateway::Authorizer': /^AuthorizerCredentials$/,
  'AWS::ApiGatewayV2::Integration': /^CredentialsArn$/,
  'AWS::ApiGatewayV2::Authorizer': /^AuthorizerCredentialsArn$/,
  'AWS::Cognito::IdentityPoolRoleAttachment': /^Roles\/\w+$/,
  'AWS::EC2::FlowLog': /^DeliverLogsPermissionArn$/,
  'AWS::Lambda::Function': /^Role$/,
  'AWS::Serverless::Function': /^Role$/,
  'AWS::Serverless::StateMachine': /^Role$/,
})

// Task definitions take names too, maps such as Parameters and Variables anything.
function takesArn(type: string, path: string): boolean {
  if (
    !type.startsWith('AWS::') ||
    type === 'AWS::ECS::TaskDefinition' ||
    /(^|\/)(Parameters|Variables|\w*Substitutions|Environment\w*|Arguments|DefaultArguments)\//.test(path)
  )
    return false
  return PROPERTIES[type]?.test(path) === true || /(^|\/)\w*Role(Arn|ARN)$/.test(path)
}

export default defineRule({
  id: 'iam/role-name-for-arn',
  title: 'A role ARN is wanted, not the role name',
  severity: 'error',
  on: ['template'],
  why: 'The service rejects the name, and the resource is not created.',
  fix: 'Read the attribute: Fn::GetAtt of the role with Arn.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html#aws-resource-iam-role-return-values',
      fact: 'Ref of a role is its name; the attribute Arn is its ARN.',
    },
  ],
  notes: ['001:670', '001:671', '001:672', '001:756', '002:384', '002:385', '002:387', '002:2184'],
  cfnLint: ['E1041', 'E3511'],
  messages: {
    name: '{property} is the name of {id}; it must be the ARN of a role: read {id}.Arn.',
    other: '{property} is {id}, an {type}; it must be the ARN of a role.',
  },
  check(template, { report }) {
    for (const use of template.references.usesOf(['Ref', 'Sub'])) {
      const { name, attribute, node, section, owner, when } = use
      const resource = template.resources.get(name)
      const type = template.resources.get(owner)?.type ?? ''
      const isWhole = use.kind === 'Ref' || (node.kind === 'scalar' && node.text === `\${${name}}`)
      if (section !== 'Resources' || attribute !== undefined || !isWhole || !/^AWS::IAM::/.test(resource?.type ?? '') || !resource) continue
      const path = PLACE.exec(pathOf(node))?.[1]
      const joint = both(when, resource.when)
      if (path === undefined || !takesArn(type, path) || !canHold(joint)) continue
      const property = path.split('/').at(-1) ?? path
      if (resource.type === 'AWS::IAM::Role') report({ node, when: joint }, 'name', { property, id: name })
      else report({ node, when: joint }, 'other', { property, id: name, type: resource.type })
    }
  },
})
