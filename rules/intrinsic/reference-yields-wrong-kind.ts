import { type Call, defineRule, kindOfName, kindOfRef, propertyPathOf, shapeAt, subOf, table, type UseKind } from '#rule'

/** Properties that rules of their services speak of, and those that take a name although they are called ARN. */
const LEFT: readonly RegExp[] = [
  /^AWS::ECS::TaskDefinition (Task|Execution)RoleArn$/,
  /^AWS::ECS::CapacityProvider AutoScalingGroupProvider\.AutoScalingGroupArn$/,
  /^AWS::Cognito::UserPool LambdaConfig\./,
  /^AWS::(Lambda::EventInvokeConfig|Serverless::Function) .*DestinationConfig\./,
  /^AWS::WAFv2::WebACLAssociation ResourceArn$/,
  / (LaunchTemplateData\.)?IamInstanceProfile\b/,
  /^AWS::(SQS::Queue Redrive|SQS::QueuePolicy Queues|SNS::TopicPolicy Topics|Events::Rule Targets\.\*\.Arn$|Kinesis::StreamConsumer StreamARN)/,
  / (.*\.)?(ManagedPolicyArns|Policies)(\.|$)/,
  /(kms|key)[^. ]*$/i,
]

/** Properties without a pattern that take an ARN and do not say so in their name. */
const ARNS: Readonly<Record<string, readonly string[]>> = table({
  'AWS::Serverless::Function': ['Role'],
  'AWS::Serverless::StateMachine': ['Role'],
})

/** Properties that take a name, an ID or a URL and no ARN. */
const NAMES: Readonly<Record<string, readonly string[]>> = table({
  'AWS::Cognito::UserPoolClient': ['UserPoolId'],
  'AWS::Cognito::UserPoolDomain': ['UserPoolId'],
  'AWS::IAM::UserToGroupAddition': ['GroupName', 'Users.*'],
  'AWS::Lambda::Function': ['LoggingConfig.LogGroup', 'Code.S3Bucket'],
  'AWS::Logs::LogStream': ['LogGroupName'],
  'AWS::Logs::MetricFilter': ['LogGroupName'],
  'AWS::Logs::SubscriptionFilter': ['LogGroupName'],
  'AWS::S3::BucketPolicy': ['Bucket'],
})

const WORDS = { ARN: 'an ARN', name: 'a name', ID: 'an ID', URL: 'a URL' } as const

/** Whether more stands around the reference in one text. */
function isPart(call: Call, kind: UseKind): boolean {
  if (kind !== 'Sub') return false
  const text = subOf(call)?.text.text ?? ''
  return !/^\$\{[^{}]*\}$/.test(text)
}

export default defineRule({
  id: 'intrinsic/reference-yields-wrong-kind',
  title: 'Reference yields a name where an ARN is needed, or the other way round',
  severity: 'warning',
  on: ['template'],
  why: 'The service does not find what is meant and the stack fails when the resource is made.',
  fix: 'Use Fn::GetAtt with the Arn of the resource where an ARN is needed; Ref where its name is.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html',
      fact: 'Ref gives what identifies the resource: a name for most types, an ARN, an ID or a URL for others.',
    },
  ],
  notes: ['002:1309', '002:1311', '002:1313'],
  cfnLint: ['E1040', 'E1041', 'E1156', 'E1158', 'E1159', 'E1161'],
  messages: {
    name: '"{name}" gives {found}; {property} takes an ARN. Use Fn::GetAtt with the attribute that is one.',
    arn: '"{name}" gives an ARN; {property} takes a name or ID. Use Ref, or another attribute.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const use of template.references.usesOf(['Ref', 'GetAtt', 'Sub'])) {
      const { name, kind, attribute, owner, within, call, node, span, when } = use
      const target = template.resources.get(name)
      const resource = template.resources.get(owner)
      if (within !== 'Properties' || !target || !resource || !call || isPart(call, kind)) continue
      // Without a literal attribute nothing is known of what Fn::GetAtt gives.
      if (kind === 'GetAtt' && attribute === undefined) continue
      // Rules of their own tell the name of a role where its ARN is needed.
      if (
        target.type.startsWith('AWS::IAM::') &&
        attribute === undefined &&
        /(^|\.)(Role|\w*Role(Arn|ARN))$/.test(propertyPathOf(call.node))
      )
        continue
      const found = attribute === undefined ? kindOfRef(template, target) : kindOfName(attribute)
      const path = propertyPathOf(call.node)
      if (!found || path.includes('Fn::') || LEFT.some((left) => left.test(`${resource.type} ${path}`))) continue
      const property = path.split('.').findLast((step) => step !== '*') ?? ''
      const schema = template.schemas?.type(resource.type)
      const shape = schema && shapeAt(schema, path)
      // A pattern says more than the name: some properties called ARN take names too.
      const hasPattern = typeof shape === 'object' && shape.t === 's' && shape.pattern !== undefined
      const isArn = hasPattern ? shape.arn : /(Arn|ARN)s?$/.test(property)
      const data = { name: attribute === undefined ? name : `${name}.${attribute}`, found: WORDS[found], property }
      if (found === 'ARN') {
        if (NAMES[resource.type]?.includes(path)) report({ node, span, when }, 'arn', data)
      } else if (isArn || ARNS[resource.type]?.includes(path)) {
        report({ node, span, when }, 'name', data)
      }
    }
  },
})
