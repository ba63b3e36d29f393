import { table } from '../table.ts'
import { deployedType } from './sam-generated.ts'

/** What of a resource a `Ref` or an attribute gives: its name, or its ARN. */
export type Gives = 'name' | 'arn'

/** How the resources of a type are named, and what `Ref` and their attributes give. */
export interface Returns {
  /** The property that gives the name. */
  readonly property?: string
  /** Whether the name may hold `/`. */
  readonly isPath?: true
  /** The ARN behind `arn:partition:`, with R for the Region, A for the account, N for the name; `…` where more than the name stands there. */
  readonly arn: string
  /** What `Ref` gives, if it is one of the two. */
  readonly ref?: Gives
  readonly attributes: Readonly<Record<string, Gives>>
}

const ARN = { Arn: 'arn' } as const

/** Source: the return values and the ARN formats on the page of each type in the CloudFormation template reference. */
const RETURNS: Readonly<Record<string, Returns>> = table({
  'AWS::Cognito::UserPool': { arn: 'cognito-idp:R:A:userpool/N', ref: 'name', attributes: ARN },
  'AWS::DynamoDB::Table': { property: 'TableName', arn: 'dynamodb:R:A:table/N', ref: 'name', attributes: ARN },
  'AWS::ECR::Repository': { property: 'RepositoryName', isPath: true, arn: 'ecr:R:A:repository/N', ref: 'name', attributes: ARN },
  'AWS::IAM::Group': { arn: 'iam::A:group/…', ref: 'name', attributes: ARN },
  'AWS::IAM::InstanceProfile': { arn: 'iam::A:instance-profile/…', ref: 'name', attributes: ARN },
  'AWS::IAM::ManagedPolicy': { arn: 'iam::A:policy/…', ref: 'arn', attributes: {} },
  'AWS::IAM::OIDCProvider': { arn: 'iam::A:oidc-provider/…', ref: 'arn', attributes: ARN },
  'AWS::IAM::Role': { arn: 'iam::A:role/…', ref: 'name', attributes: ARN },
  'AWS::IAM::SAMLProvider': { arn: 'iam::A:saml-provider/…', ref: 'arn', attributes: ARN },
  'AWS::IAM::User': { arn: 'iam::A:user/…', ref: 'name', attributes: ARN },
  'AWS::KMS::Key': { arn: 'kms:R:A:key/N', ref: 'name', attributes: ARN },
  'AWS::Kinesis::Stream': { property: 'Name', arn: 'kinesis:R:A:stream/N', ref: 'name', attributes: ARN },
  'AWS::Lambda::Function': { property: 'FunctionName', arn: 'lambda:R:A:function:N', ref: 'name', attributes: ARN },
  'AWS::Logs::LogGroup': { property: 'LogGroupName', isPath: true, arn: 'logs:R:A:log-group:N:*', ref: 'name', attributes: ARN },
  'AWS::S3::Bucket': { property: 'BucketName', arn: 's3:::N', ref: 'name', attributes: ARN },
  'AWS::SNS::Topic': { property: 'TopicName', arn: 'sns:R:A:N', ref: 'arn', attributes: { TopicArn: 'arn', TopicName: 'name' } },
  'AWS::SQS::Queue': { property: 'QueueName', arn: 'sqs:R:A:N', attributes: { Arn: 'arn', QueueName: 'name' } },
  'AWS::SecretsManager::Secret': { arn: 'secretsmanager:R:A:secret:…', ref: 'arn', attributes: {} },
})

/** What is known of a type, or of what SAM makes of it; undefined for types that are not listed here. */
export const returnsOf = (type: string): Returns | undefined => RETURNS[deployedType(type)]

/** What `Ref`, or the attribute of that name, gives. */
export const givenBy = ({ ref, attributes }: Returns, attribute: string | undefined): Gives | undefined =>
  attribute === undefined ? ref : attributes[attribute]

/** The parts of an ARN that differ from resource to resource. */
interface ArnParts {
  readonly partition: string
  readonly region: string
  readonly account: string
  readonly name: string
}

/** An ARN with these texts for its parts; `…` stays. */
export function arnWith({ arn }: Returns, { partition, region, account, name }: ArnParts): string {
  const parts = arn.split(':').map((part) => (part === 'R' ? region : part === 'A' ? account : part.replace(/N$/, () => name)))
  return `arn:${partition}:${parts.join(':')}`
}
