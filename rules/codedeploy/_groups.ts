import { both, canHold, leadsAt, type Properties, type Resource, string, type When } from '#rule'

export const CREATE_GROUP = 'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentGroup.html'
export const CONFIGURATIONS = 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html'
export const ROLLBACKS = 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-rollback-and-redeploy.html'

/** What the configurations are that AWS has made, by the platform that they are for. */
export const PREDEFINED = {
  Server: ['OneAtATime', 'HalfAtATime', 'AllAtOnce'],
  Lambda: [
    'LambdaAllAtOnce',
    'LambdaCanary10Percent5Minutes',
    'LambdaCanary10Percent10Minutes',
    'LambdaCanary10Percent15Minutes',
    'LambdaCanary10Percent30Minutes',
    'LambdaLinear10PercentEvery1Minute',
    'LambdaLinear10PercentEvery2Minutes',
    'LambdaLinear10PercentEvery3Minutes',
    'LambdaLinear10PercentEvery10Minutes',
  ],
  ECS: [
    'ECSAllAtOnce',
    'ECSCanary10Percent5Minutes',
    'ECSCanary10Percent15Minutes',
    'ECSLinear10PercentEvery1Minutes',
    'ECSLinear10PercentEvery3Minutes',
  ],
} as const

export type Platform = keyof typeof PREDEFINED

/** The compute platform of an application or a configuration in each case in which it is known. */
export function* platformsIn(resource: Resource, when: When): Generator<{ platform: Platform; when: When }> {
  for (const fact of resource.under(when).possible('ComputePlatform', string)) {
    if (fact.state === 'absent') yield { platform: 'Server', when: fact.when }
    else if (fact.state === 'known' && Object.hasOwn(PREDEFINED, fact.value)) yield { platform: fact.value as Platform, when: fact.when }
  }
}

/** The compute platform of a deployment group whose application the template has. */
export function* platformsOf(group: Resource): Generator<{ platform: Platform; when: When }> {
  for (const { resource, when } of leadsAt(group.template, group, 'ApplicationName', 'AWS::CodeDeploy::Application'))
    yield* platformsIn(resource, when)
}

/** The group in the cases in which it is of one of these platforms. */
export const groupsOn = (group: Resource, ...platforms: Platform[]): { platform: Platform; group: Properties }[] =>
  [...platformsOf(group)]
    .filter(({ platform, when }) => platforms.includes(platform) && canHold(both(group.when, when)))
    .map(({ platform, when }) => ({ platform, group: group.under(when) }))

/** The cases in which every one of these lists is missing or empty. */
export const lackingAll = (of: Properties, paths: readonly string[]): When[] =>
  paths.reduce<When[]>((whens, path) => whens.flatMap((when) => of.under(when).lacking(path)).filter(canHold), [of.when])

/** The properties that choose instances. */
export const INSTANCES = ['Ec2TagFilters', 'Ec2TagSet', 'OnPremisesInstanceTagFilters', 'OnPremisesTagSet', 'AutoScalingGroups']

/** What CodeDeploy refuses a group of the platform ECS without. */
export const ECS_NEEDS = [
  'LoadBalancerInfo.TargetGroupPairInfoList',
  'BlueGreenDeploymentConfiguration.DeploymentReadyOption',
  'BlueGreenDeploymentConfiguration.TerminateBlueInstancesOnDeploymentSuccess',
]
