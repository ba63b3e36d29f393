import { table } from '../table.ts'
import type { ObjectShape, TypeSchema } from './format.ts'

const UPDATES: Readonly<Record<string, ObjectShape>> = table({
  AutoScalingReplacingUpdate: { p: { WillReplace: 'b' }, open: true },
  AutoScalingRollingUpdate: {
    p: {
      MaxBatchSize: 'i',
      MinActiveInstancesPercent: 'i',
      MinInstancesInService: 'i',
      MinSuccessfulInstancesPercent: 'i',
      PauseTime: 's',
      SuspendProcesses: { t: 'l', of: 's' },
      WaitOnResourceSignals: 'b',
    },
    open: true,
  },
  AutoScalingScheduledAction: { p: { IgnoreUnmodifiedGroupSizeProperties: 'b' }, open: true },
  CodeDeployLambdaAliasUpdate: {
    p: { AfterAllowTrafficHook: 's', ApplicationName: 's', BeforeAllowTrafficHook: 's', DeploymentGroupName: 's' },
    open: true,
  },
})

/**
 * What the policies of a resource must be, which no schema of a type says. Which keys they have is told by rules about policies.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html and
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-creationpolicy.html.
 */
export const POLICIES: Readonly<Record<string, TypeSchema>> = table({
  CreationPolicy: {
    p: { AutoScalingCreationPolicy: '#AutoScalingCreationPolicy', ResourceSignal: '#ResourceSignal', StartFleet: 'b' },
    d: {
      AutoScalingCreationPolicy: { p: { MinSuccessfulInstancesPercent: 'i' }, open: true },
      ResourceSignal: { p: { Count: 'i', Timeout: 's' }, open: true },
    },
    a: {},
    open: true,
  },
  UpdatePolicy: {
    p: {
      AutoScalingReplacingUpdate: '#AutoScalingReplacingUpdate',
      AutoScalingRollingUpdate: '#AutoScalingRollingUpdate',
      AutoScalingScheduledAction: '#AutoScalingScheduledAction',
      CodeDeployLambdaAliasUpdate: '#CodeDeployLambdaAliasUpdate',
      EnableVersionUpgrade: 'b',
      StopBeforeDelete: 'b',
      StopBeforeUpdate: 'b',
      StartAfterUpdate: 'b',
      UseOnlineResharding: 'b',
    },
    d: UPDATES,
    a: {},
    open: true,
  },
})
