import { type Action, type ActionType, both, canHold, type Known, table, type When } from '#rule'

export const GUIDE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide'
/** The page of the user guide about stages, actions and their artifacts. */
export const STRUCTURE = `${GUIDE}/reference-pipeline-structure.html` as const
export const DECLARATION = 'https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineDeclaration.html'

interface Provider {
  /** The least and the most artifacts that it takes and gives. */
  readonly inputs: readonly [number, number]
  readonly outputs: readonly [number, number]
  /** Keys of its configuration that it needs. */
  readonly needs: readonly string[]
}

const source = (...needs: string[]): Provider => ({ inputs: [0, 0], outputs: [1, 1], needs })
const deployment = (...needs: string[]): Provider => ({ inputs: [1, 1], outputs: [0, 0], needs })
const build: Provider = { inputs: [1, 5], outputs: [0, 5], needs: ['ProjectName'] }

/** Providers of AWS by their category and name; of the others the limits are not looked at. */
export const PROVIDERS = table<Provider>({
  'Source S3': source('S3Bucket', 'S3ObjectKey'),
  'Source CodeCommit': source('RepositoryName', 'BranchName'),
  'Source ECR': source('RepositoryName'),
  'Source CodeStarSourceConnection': source('ConnectionArn', 'FullRepositoryId', 'BranchName'),
  'Source GitHub': source('Owner', 'Repo', 'Branch', 'OAuthToken'),
  'Build CodeBuild': build,
  'Test CodeBuild': build,
  'Approval Manual': { inputs: [0, 0], outputs: [0, 0], needs: [] },
  'Deploy S3': deployment('BucketName', 'Extract'),
  'Deploy CloudFormation': { inputs: [0, 10], outputs: [0, 1], needs: ['ActionMode', 'StackName'] },
  'Deploy CodeDeploy': deployment('ApplicationName', 'DeploymentGroupName'),
  'Deploy CodeDeployToECS': {
    inputs: [1, 5],
    outputs: [0, 0],
    needs: ['ApplicationName', 'DeploymentGroupName', 'TaskDefinitionTemplateArtifact', 'AppSpecTemplateArtifact'],
  },
  'Deploy ECS': deployment('ClusterName', 'ServiceName'),
  'Deploy ElasticBeanstalk': deployment('ApplicationName', 'EnvironmentName'),
  'Deploy ServiceCatalog': deployment(),
  'Invoke Lambda': { inputs: [0, 5], outputs: [0, 5], needs: ['FunctionName'] },
})

/** The cases in which a provider of AWS runs an action. */
export function* providersOf(action: Action): Generator<{ name: string; provider: Provider; type: ActionType; when: When }> {
  for (const type of action.types) {
    if (type.owner.value === 'Custom') continue
    const provider = PROVIDERS[`${type.category.value} ${type.provider.value}`]
    if (provider) yield { name: type.provider.value, provider, type, when: type.provider.when }
  }
}

/** When an action is of a category and a provider; empty where it is not known to be. */
export const whenOfType = (action: Action, category: string, ...providers: string[]): When[] =>
  action.types
    .filter((type) => type.category.value === category && (providers.length === 0 || providers.includes(type.provider.value)))
    .map((type) => type.provider.when)

/** The values that hold at once with a condition. */
export const under = <T>(values: readonly Known<T>[], when: When): { value: Known<T>; when: When }[] =>
  values.map((value) => ({ value, when: both(value.when, when) })).filter((one) => canHold(one.when))
