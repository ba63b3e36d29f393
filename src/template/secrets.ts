import { type Node, pathOf } from '../source/tree.ts'
import { table } from '../table.ts'

/** Properties that hold a password, a token or a key in clear, by resource type; paths as rules read them. */
export const SECRET_PROPERTIES: Readonly<Record<string, readonly string[]>> = table({
  'AWS::AmazonMQ::Broker': ['Users.*.Password'],
  'AWS::Amplify::App': ['AccessToken', 'OauthToken', 'BasicAuthConfig.Password', 'AutoBranchCreationConfig.BasicAuthConfig.Password'],
  'AWS::Amplify::Branch': ['BasicAuthConfig.Password'],
  'AWS::AppStream::DirectoryConfig': ['ServiceAccountCredentials.AccountPassword'],
  'AWS::CodeBuild::SourceCredential': ['Token'],
  'AWS::CodePipeline::Webhook': ['AuthenticationConfiguration.SecretToken'],
  'AWS::DataSync::LocationFSxWindows': ['Password'],
  'AWS::DataSync::LocationObjectStorage': ['SecretKey'],
  'AWS::DataSync::LocationSMB': ['Password'],
  'AWS::DirectoryService::MicrosoftAD': ['Password'],
  'AWS::DirectoryService::SimpleAD': ['Password'],
  'AWS::DMS::Endpoint': ['Password'],
  'AWS::DocDB::DBCluster': ['MasterUserPassword'],
  'AWS::DocDBElastic::Cluster': ['AdminUserPassword'],
  'AWS::ElastiCache::ReplicationGroup': ['AuthToken'],
  'AWS::ElastiCache::User': ['Passwords.*', 'AuthenticationMode.Passwords.*'],
  'AWS::ElasticLoadBalancingV2::Listener': ['DefaultActions.*.AuthenticateOidcConfig.ClientSecret'],
  'AWS::ElasticLoadBalancingV2::ListenerRule': ['Actions.*.AuthenticateOidcConfig.ClientSecret'],
  'AWS::Elasticsearch::Domain': ['AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword'],
  'AWS::EMR::Cluster': [
    'KerberosAttributes.ADDomainJoinPassword',
    'KerberosAttributes.CrossRealmTrustPrincipalPassword',
    'KerberosAttributes.KdcAdminPassword',
  ],
  'AWS::FSx::FileSystem': ['OntapConfiguration.FsxAdminPassword', 'WindowsConfiguration.SelfManagedActiveDirectoryConfiguration.Password'],
  'AWS::IAM::User': ['LoginProfile.Password'],
  'AWS::KinesisFirehose::DeliveryStream': [
    'HttpEndpointDestinationConfiguration.EndpointConfiguration.AccessKey',
    'RedshiftDestinationConfiguration.Password',
    'SplunkDestinationConfiguration.HECToken',
  ],
  'AWS::Lightsail::Database': ['MasterUserPassword'],
  'AWS::MemoryDB::User': ['AuthenticationMode.Passwords.*'],
  'AWS::OpenSearchService::Domain': ['AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword'],
  'AWS::RDS::DBCluster': ['MasterUserPassword'],
  'AWS::RDS::DBInstance': ['MasterUserPassword', 'TdeCredentialPassword'],
  'AWS::Redshift::Cluster': ['MasterUserPassword'],
  'AWS::RedshiftServerless::Namespace': ['AdminUserPassword'],
  'AWS::SecretsManager::Secret': ['SecretString'],
})

/** Whether a name speaks of a secret itself, not of where it is, how long it is, or whether there is one. */
export const saysSecret = (name: string): boolean =>
  /(password|passwd|passphrase|secret|token|api_?key|private_?key|access_?key)s?\d*$/i.test(name) &&
  !/(max|min|need|use|enable|require|has|num|number|public|client|next|page|continuation)\w{0,6}(tokens?|keys?)$/i.test(name)

/**
 * The property that a node of a resource stands for, as rules write paths: list positions are `*`, branches of `Fn::If` are
 * left out. Empty outside of Properties.
 */
export function propertyPathOf(node: Node): string {
  const [section, , properties, ...steps] = pathOf(node).split('/')
  if (section !== 'Resources' || properties !== 'Properties') return ''
  const path: string[] = []
  for (let i = 0; i < steps.length; i++) {
    if (steps[i] === 'Fn::If') i++
    else path.push(/^\d+$/.test(steps[i] as string) ? '*' : (steps[i] as string))
  }
  return path.join('.')
}

/** Whether a node is the value of a property that holds a secret in clear. */
export const isSecretProperty = (type: string, node: Node): boolean => (SECRET_PROPERTIES[type] ?? []).includes(propertyPathOf(node))
