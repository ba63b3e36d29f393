import { boolean, type Properties, type Resource, type When } from '#rule'

/** What SAM turns into `CodeDeployDefault.Lambda…`; any other text is the name of a configuration of one's own. */
export const DEPLOYMENT_TYPES = [
  'AllAtOnce',
  'Canary10Percent5Minutes',
  'Canary10Percent10Minutes',
  'Canary10Percent15Minutes',
  'Canary10Percent30Minutes',
  'Linear10PercentEvery1Minute',
  'Linear10PercentEvery2Minutes',
  'Linear10PercentEvery3Minutes',
  'Linear10PercentEvery10Minutes',
] as const

/** The DeploymentPreference of a function in the cases in which it is certainly in force. */
export function* enabledPreferences(resource: Resource): Generator<{ preference: Properties; when: When }> {
  for (const preference of resource.items('DeploymentPreference')) {
    if (preference.entries.length === 0) continue // SAM takes an empty map for none
    for (const fact of preference.possible('Enabled', boolean)) {
      if (fact.state === 'absent' || (fact.state === 'known' && fact.value)) yield { preference, when: fact.when }
    }
  }
}
