import type { Kind, Severity } from '../core.ts'
import { type Choice, type Choices, type Layer, type Placed, patternMeans } from './config.ts'
import { type Matcher, matcherOf } from './glob.ts'

/** What has to be known of a rule to decide about it. */
export interface RuleFacts {
  readonly id: string
  readonly severity: Severity
  readonly isFromNotes: boolean
  readonly cfnLint: readonly string[]
}

/** What holds for one file. What nothing says is not there. */
export interface Settings {
  readonly isIgnored: boolean
  /** Of a template that a search meets: whether it is left out. */
  readonly isOtherTemplate: boolean
  readonly kind?: Kind
  readonly level?: Severity
  readonly failOn?: Severity | 'never'
  /** Maps and files of parameters; later ones win. */
  readonly parameters: readonly (Readonly<Record<string, string>> | Placed)[]
  readonly regions?: readonly string[]
  readonly schemas?: readonly Placed[]
  choiceOf(rule: RuleFacts): Choice
}

/**
 * Folds layers into what holds for a file.
 * @returns of a path, relative to the folder that the patterns are for and with `/`, its settings; files that the same layers
 * mean have the same object
 */
export function settingsOf(layers: readonly Layer[]): (path: string) => Settings {
  const meant = layers.map(({ files }): Matcher => (files ? matcherOf(files) : () => true))
  const ignored = matcherOf(layers.flatMap(({ ignore }) => ignore ?? []))
  const templates = layers.findLast((layer) => layer.templates)?.templates
  const isTemplate = templates && matcherOf(templates)
  const known = new Map<string, Settings>()
  return (path) => {
    const isIgnored = ignored(path)
    const isOtherTemplate = isTemplate ? !isTemplate(path) : false
    const own = layers.filter((_, i) => meant[i]?.(path))
    const key = [Number(isIgnored), Number(isOtherTemplate), ...own.map((layer) => layers.indexOf(layer))].join()
    let settings = known.get(key)
    if (!settings) {
      settings = { isIgnored, isOtherTemplate, ...folded(own) }
      known.set(key, settings)
    }
    return settings
  }
}

function folded(layers: readonly Layer[]): Omit<Settings, 'isIgnored' | 'isOtherTemplate'> {
  const last = <K extends keyof Layer>(key: K): Pick<Layer, K> => {
    const value = layers.findLast((layer) => layer[key] !== undefined)?.[key]
    return (value === undefined ? {} : { [key]: value }) as Pick<Layer, K>
  }
  const parameters = layers.flatMap((layer) => (layer.parameters ? [layer.parameters as Readonly<Record<string, string>> | Placed] : []))
  const choiceOf = (rule: RuleFacts): Choice => {
    for (let i = layers.length - 1; i >= 0; i--) {
      const layer = layers[i] as Layer
      const choice = chosen(layer.rules, rule.id) ?? (isOffWithCfnLint(layer, rule) ? 'off' : undefined)
      if (choice) return choice
      if (layer.set === 'notes') return rule.isFromNotes ? rule.severity : 'off'
      if (layer.set === 'strict') return rule.severity === 'info' ? 'warning' : rule.severity
      if (layer.set) return rule.severity
    }
    return rule.severity
  }
  const level = layers.findLast((layer) => layer.level !== undefined || layer.set !== undefined)
  return {
    ...last('kind'),
    ...last('failOn'),
    ...last('regions'),
    ...last('schemas'),
    ...(level?.level ? { level: level.level } : level?.set === 'all' ? { level: 'info' } : {}),
    parameters,
    choiceOf,
  }
}

/** Of several patterns the narrowest decides: an id, its group, all. */
function chosen(rules: Choices | undefined, id: string): Choice | undefined {
  if (!rules) return undefined
  const patterns = [id, `${id.slice(0, id.indexOf('/'))}/*`, '*']
  return patterns.map((pattern) => (patternMeans(pattern, id) ? rules.get(pattern) : undefined)).find((choice) => choice !== undefined)
}

const isOffWithCfnLint = ({ cfnLintOff }: Layer, rule: RuleFacts): boolean =>
  cfnLintOff?.some((prefix) => rule.cfnLint.some((id) => id.startsWith(prefix))) ?? false
