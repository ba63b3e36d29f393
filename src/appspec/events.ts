import type { Platform } from './appspec.ts'

/** Every lifecycle event of a platform in the order in which it runs; a deployment without load balancer leaves out those of traffic. */
export const EVENT_ORDER: Readonly<Record<Platform, readonly string[]>> = {
  server: [
    'Start',
    'BeforeBlockTraffic',
    'BlockTraffic',
    'AfterBlockTraffic',
    'ApplicationStop',
    'DownloadBundle',
    'BeforeInstall',
    'Install',
    'AfterInstall',
    'ApplicationStart',
    'ValidateService',
    'BeforeAllowTraffic',
    'AllowTraffic',
    'AfterAllowTraffic',
    'End',
  ],
  lambda: ['Start', 'BeforeAllowTraffic', 'AllowTraffic', 'AfterAllowTraffic', 'End'],
  ecs: [
    'Start',
    'BeforeInstall',
    'Install',
    'AfterInstall',
    'TestTraffic',
    'AllowTestTraffic',
    'AfterAllowTestTraffic',
    'BeforeAllowTraffic',
    'AllowTraffic',
    'AfterAllowTraffic',
    'End',
  ],
}

/** What CodeDeploy does by itself: no hook runs there. */
const RESERVED: ReadonlySet<string> = new Set([
  'Start',
  'BlockTraffic',
  'DownloadBundle',
  'Install',
  'TestTraffic',
  'AllowTestTraffic',
  'AllowTraffic',
  'End',
])

/** The events that can have hooks, in run order. */
export const HOOK_EVENTS: Readonly<Record<Platform, readonly string[]>> = {
  server: hooksOf('server'),
  lambda: hooksOf('lambda'),
  ecs: hooksOf('ecs'),
}

function hooksOf(platform: Platform): string[] {
  return EVENT_ORDER[platform].filter((name) => !RESERVED.has(name))
}

/** Whether the platform knows the event but runs no hook at it. */
export const isReserved = (platform: Platform, name: string): boolean => RESERVED.has(name) && EVENT_ORDER[platform].includes(name)

/** The events of EC2/on-premises that only a deployment group with a load balancer goes through. */
export const LOAD_BALANCER_HOOKS: readonly string[] = ['BeforeBlockTraffic', 'AfterBlockTraffic', 'BeforeAllowTraffic', 'AfterAllowTraffic']

/** The events of EC2/on-premises whose scripts come from the revision that was deployed before. */
export const PREVIOUS_REVISION_HOOKS: readonly string[] = ['BeforeBlockTraffic', 'AfterBlockTraffic', 'ApplicationStop']
