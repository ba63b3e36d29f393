import { dirname, resolve } from 'node:path'
import type { Inputs, Kind, LintOptions, RuleSource, SchemaSource, Severity } from '../core.ts'
import { configFinder, type FoundConfig, formOf } from './config-files.ts'
import { printed, reason, withSlashes } from './files.ts'
import { readParameters } from './inputs.ts'
import { ownRules } from './rules.ts'
import { builtSchemas, withRegistrySchemas } from './schemas.ts'
import { UserError } from './user-error.ts'

/** Loaded when there is a configuration or a rule pack. */
type ConfigChunk = typeof import('./config.ts')
type LoadedConfig = ReturnType<ConfigChunk['loadConfig']>
type Choice = Severity | 'off'

/** What the command line says about how files are judged; it goes before every configuration. */
export interface SettingOptions {
  /** A file, or false for none. */
  readonly config?: string | boolean
  readonly rulePack?: readonly string[]
  readonly trustRulePacks?: boolean
  readonly kind?: Kind
  readonly failOn?: Severity | 'never'
  readonly level?: Severity
  readonly schema?: readonly string[]
  readonly asOf?: string
  readonly parameter?: Readonly<Record<string, string>>
  readonly parameters?: string
  readonly region?: readonly string[]
}

/** What holds for one file. */
export interface FileSettings {
  /** The configuration files that it comes from; none without. */
  readonly files: readonly string[]
  readonly isIgnored: boolean
  /** Left out when a search meets it and it is a template. */
  readonly isOtherTemplate: boolean
  readonly failOn: Severity | 'never'
  /** Whether the rules and schemas are those that are built in. */
  readonly isOwn: boolean
  /** Where the rules are documented that are not built in. */
  readonly pages?: ReadonlyMap<string, string | undefined>
  readonly options: LintOptions & { readonly level: Severity }
}

/** Settings by absolute path: the command line over the nearest configuration over what is usual. */
export function settingsReader(given: SettingOptions, cwd: string): (absolute: string) => FileSettings {
  const chunk = (): ConfigChunk => require('./config.ts') as ConfigChunk
  const builtIn = ownRules()
  const base = builtSchemas()
  const fromFiles = remembered((paths: string) => schemasOf(base, paths.split('\0')))
  const parametersAt = remembered((path: string) => parametersOf(path, cwd))
  const rulesWith = remembered((paths: string) => packed(builtIn, paths === '' ? [] : paths.split('\0'), chunk))
  const commandLine = commandLineInputs(given, cwd)
  const packs = (given.rulePack ?? []).map((path) => resolve(cwd, path))

  const find = configFinder(cwd)
  const named: FoundConfig | undefined =
    typeof given.config === 'string' ? { path: resolve(cwd, given.config), form: formOf(given.config) } : undefined
  const load = remembered((path: string, found: FoundConfig) => loaded(found, path === named?.path ? cwd : dirname(path)))

  function loaded(found: FoundConfig, folder: string): { config: LoadedConfig; rules: RuleSource } {
    const { loadConfig, ConfigError } = chunk()
    try {
      const config = loadConfig(found, folder, cwd)
      const [distrusted] = given.trustRulePacks ? [] : config.rulePacks.filter(({ path }) => !packs.includes(path))
      if (distrusted) {
        throw new UserError(
          `${distrusted.place}: the rule pack ${printed(distrusted.path, cwd)} is code, and is not run because a repository says so; give --trust-rule-packs, or --rule-pack with its path, or --no-config`,
        )
      }
      const rules = rulesWith([...new Set([...packs, ...config.rulePacks.map(({ path }) => path)])].join('\0'))
      config.checkRules(rules.manifest.map(({ id }) => id))
      return { config, rules }
    } catch (error) {
      throw error instanceof ConfigError ? new UserError(...error.problems) : error
    }
  }

  const unconfiguredRules = rulesWith(packs.join('\0'))
  const unconfigured: FileSettings = {
    files: [],
    isIgnored: false,
    isOtherTemplate: false,
    failOn: given.failOn ?? 'error',
    isOwn: packs.length === 0 && !given.schema,
    ...pagesOf(unconfiguredRules),
    options: optionsOf(unconfiguredRules, given.schema ? fromFiles(given.schema.join('\0')) : base, commandLine),
  }

  function pagesOf(rules: RuleSource): Pick<FileSettings, 'pages'> {
    return rules === builtIn ? {} : { pages: chunk().pagesBeyond(builtIn, rules) }
  }

  function optionsOf(rules: RuleSource, schemas: SchemaSource, inputs: Inputs | undefined): FileSettings['options'] {
    return {
      rules,
      schemas,
      level: given.level ?? 'warning',
      ...(given.kind ? { kind: given.kind } : {}),
      ...(given.asOf ? { asOf: given.asOf } : {}),
      ...(inputs ? { inputs } : {}),
    }
  }

  const configured = new Map<object, FileSettings>()
  return (absolute) => {
    const found = given.config === false ? undefined : (named ?? find(dirname(absolute)))
    if (!found) return unconfigured
    const { config, rules } = load(found.path, found)
    const own = config.settingsFor(absolute)
    let settings = configured.get(own)
    if (!settings) {
      const { isPlaced, ruleFacts } = chunk()
      const facts = ruleFacts(rules.manifest)
      const choices = new Map<string, Choice>([...facts].map(([id, rule]) => [id, own.choiceOf(rule)]))
      const values = own.parameters.map((one) => (isPlaced(one) ? parametersAt(one.text) : (one as Record<string, string>)))
      const fromConfig = Object.assign({}, ...values) as Record<string, string>
      const regions = commandLine?.regions ?? own.regions
      const inputs: Inputs = {
        ...(commandLine?.parameters
          ? { parameters: { ...fromConfig, ...commandLine.parameters } }
          : values.length
            ? { parameters: fromConfig, isPartial: true }
            : {}),
        ...(regions?.length ? { regions } : {}),
      }
      const paths = given.schema ?? own.schemas?.map(({ text }) => text) ?? []
      const kind = given.kind ?? own.kind
      settings = {
        files: config.files.map((path) => withSlashes(printed(path, cwd))),
        isIgnored: own.isIgnored,
        isOtherTemplate: own.isOtherTemplate,
        failOn: given.failOn ?? own.failOn ?? 'error',
        isOwn: rules === builtIn && paths.length === 0,
        ...pagesOf(rules),
        options: {
          ...optionsOf(rules, paths.length ? fromFiles(paths.join('\0')) : base, Object.keys(inputs).length ? inputs : undefined),
          level: given.level ?? own.level ?? 'warning',
          severityOf: (id) => choices.get(id),
          ...(kind ? { kind } : {}),
        },
      }
      configured.set(own, settings)
    }
    return settings
  }
}

/** Each answer once. */
function remembered<More extends unknown[], T>(answer: (key: string, ...more: More) => T): (key: string, ...more: More) => T {
  const known = new Map<string, T>()
  return (key, ...more) => {
    if (!known.has(key)) known.set(key, answer(key, ...more))
    return known.get(key) as T
  }
}

function packed(base: RuleSource, paths: readonly string[], chunk: () => ConfigChunk): RuleSource {
  if (paths.length === 0) return base
  try {
    return chunk().withRulePacks(base, paths)
  } catch (error) {
    throw new UserError((error as Error).message)
  }
}

function schemasOf(base: SchemaSource, paths: readonly string[]): SchemaSource {
  try {
    return withRegistrySchemas(base, paths)
  } catch (error) {
    throw new UserError((error as Error).message)
  }
}

function parametersOf(path: string, cwd: string): Record<string, string> {
  try {
    return readParameters(path)
  } catch (error) {
    throw new UserError(`the parameters cannot be read from ${printed(path, cwd)}: ${reason(error, path)}`)
  }
}

/** What is deployed with; undefined when nothing is given. */
function commandLineInputs({ parameter, parameters, region }: SettingOptions, cwd: string): Inputs | undefined {
  if (!parameter && !parameters && !region) return undefined
  const fromFile = parameters ? parametersOf(resolve(cwd, parameters), cwd) : undefined
  return { ...(fromFile || parameter ? { parameters: { ...fromFile, ...parameter } } : {}), ...(region ? { regions: region } : {}) }
}
