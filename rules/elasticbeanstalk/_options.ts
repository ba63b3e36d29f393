import { type Known, type Properties, type Resource, string } from '#rule'

export const OPTIONS = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html'
export const DEPLOYMENTS = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.rolling-version-deploy.html'

/** An option setting whose namespace and name are known; its condition is that of all of it. */
export interface Option {
  readonly namespace: Known<string>
  readonly name: Known<string>
  readonly properties: Properties
}

/** The option settings that are written; others can stand in configuration files and saved configurations. */
export function optionsOf(environment: Resource): Option[] {
  return environment.items('OptionSettings').flatMap((setting) =>
    setting.known('Namespace', string).flatMap((namespace) =>
      setting
        .under(namespace.when)
        .known('OptionName', string)
        .map((name) => ({ namespace, name, properties: setting.under(name.when) })),
    ),
  )
}

/** The values that are written for an option. */
export const valuesOf = (options: readonly Option[], namespace: string, name: string): Known<string>[] =>
  options
    .filter((option) => option.namespace.value === namespace && option.name.value === name)
    .flatMap(({ properties }) => properties.known('Value', string))

/** Whether the list of options holds nothing unknown, and nothing comes from a saved configuration. */
export const isComplete = (environment: Resource): boolean =>
  environment.facts('OptionSettings.*').every(({ state }) => state !== 'unknown') &&
  environment.facts('OptionSettings.*.Namespace').every(({ state }) => state !== 'unknown') &&
  environment.facts('OptionSettings.*.OptionName').every(({ state }) => state !== 'unknown') &&
  environment.facts('TemplateName').every(({ state }) => state === 'absent' || environment.type !== 'AWS::ElasticBeanstalk::Environment')
