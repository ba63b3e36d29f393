import { table } from '#rule'
/** The update policies, the types that take them, and what each holds; a policy that is a plain boolean holds nothing. */
export const UPDATE_POLICIES: Readonly<Record<string, { readonly types: readonly string[]; readonly keys?: readonly string[] }>> = table({
  AutoScalingInstanceRefresh: { types: ['AWS::AutoScaling::AutoScalingGroup'], keys: ['Strategy', 'Preferences'] },
  AutoScalingReplacingUpdate: { types: ['AWS::AutoScaling::AutoScalingGroup'], keys: ['WillReplace'] },
  AutoScalingRollingUpdate: {
    types: ['AWS::AutoScaling::AutoScalingGroup'],
    keys: [
      'MaxBatchSize',
      'MinActiveInstancesPercent',
      'MinInstancesInService',
      'MinSuccessfulInstancesPercent',
      'PauseTime',
      'SuspendProcesses',
      'WaitOnResourceSignals',
    ],
  },
  AutoScalingScheduledAction: { types: ['AWS::AutoScaling::AutoScalingGroup'], keys: ['IgnoreUnmodifiedGroupSizeProperties'] },
  CodeDeployLambdaAliasUpdate: {
    types: ['AWS::Lambda::Alias'],
    keys: ['AfterAllowTrafficHook', 'ApplicationName', 'BeforeAllowTrafficHook', 'DeploymentGroupName'],
  },
  EnableVersionUpgrade: { types: ['AWS::Elasticsearch::Domain', 'AWS::OpenSearchService::Domain'] },
  StartAfterUpdate: { types: ['AWS::AppStream::Fleet'] },
  StopBeforeDelete: { types: ['AWS::AppStream::Fleet'] },
  StopBeforeUpdate: { types: ['AWS::AppStream::Fleet'] },
  UseOnlineResharding: { types: ['AWS::ElastiCache::ReplicationGroup'] },
})
