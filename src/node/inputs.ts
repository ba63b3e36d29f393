import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { type Deployment, type Node, parseSource, type Source } from '../core.ts'
import { decode } from './files.ts'

/**
 * The parameters that a file gives, in any of the forms that the tools of AWS take: the list of the AWS CLI, a plain map,
 * `Parameters:` of a pipeline's template configuration or of a Git sync deployment file, and `parameter_overrides` of a
 * samconfig.toml.
 * @throws Error with a plain message when the file cannot be read or holds none of these
 */
export function readParameters(path: string): Record<string, string> {
  const { text } = decode(readFileSync(path))
  const found = extname(path).toLowerCase() === '.toml' ? fromToml(text) : fromSource(parseSource(text, path))
  if (!found) throw new Error('it holds no parameters in a form that awslint knows: a list of ParameterKey and ParameterValue, or a map')
  return found
}

function fromSource({ root, problems, lines }: Source): Record<string, string> | undefined {
  const [problem] = problems
  if (root || !problem || problem.code === 'empty') return fromTree(root)
  const { line, column } = lines.position(problem.span.start)
  throw new Error(`it is no YAML or JSON, from ${line}:${column} on: ${problem.detail.trim() || problem.code}`)
}

function fromTree(root: Node | null): Record<string, string> | undefined {
  if (root?.kind === 'sequence') return fromList(root.items)
  if (root?.kind !== 'mapping') return undefined
  const inner = root.entries.find(({ key }) => key.text === 'Parameters' || key.text === 'parameters')?.value
  if (inner && inner.kind !== 'scalar') return fromTree(inner)
  const found: Record<string, string> = {}
  for (const { key, value } of root.entries) {
    const text = textOf(value)
    if (text === undefined) return undefined
    found[key.text] = text
  }
  return found
}

/** `[{ParameterKey, ParameterValue}]`, or `["Key=Value"]`. */
function fromList(items: readonly Node[]): Record<string, string> | undefined {
  const found: Record<string, string> = {}
  for (const item of items) {
    if (item.kind === 'scalar') {
      const pair = pairOf(item.text)
      if (!pair) return undefined
      found[pair[0]] = pair[1]
      continue
    }
    const entries = item.kind === 'mapping' ? item.entries : []
    const key = entries.find((entry) => entry.key.text === 'ParameterKey')?.value
    const value = entries.find((entry) => entry.key.text === 'ParameterValue')?.value
    const text = value && textOf(value)
    if (key?.kind !== 'scalar') return undefined
    // UsePreviousValue: the value is known to the service only.
    if (text !== undefined) found[key.text] = text
  }
  return found
}

const textOf = (node: Node): string | undefined =>
  node.kind === 'scalar'
    ? node.text
    : node.kind === 'sequence'
      ? node.items.map((item) => (item.kind === 'scalar' ? item.text : '')).join(',')
      : undefined

/** `Key=Value`; undefined for anything else. */
export function pairOf(text: string): [string, string] | undefined {
  const equals = text.indexOf('=')
  return equals > 0 ? [text.slice(0, equals), text.slice(equals + 1)] : undefined
}

type Config = Record<string, Record<string, { parameters?: Record<string, unknown> }>>

const environmentsOf = (text: string): [string, Config[string]][] => {
  // Loaded here: hardly any run reads TOML.
  const { parse } = require('smol-toml') as typeof import('smol-toml')
  const config = parse(text) as Config
  return Object.entries(config).filter(([, value]) => typeof value === 'object' && value !== null)
}

/** The environments of a samconfig.toml that deploy something; undefined for a text that is none. */
export function readDeployments(text: string): Deployment[] | undefined {
  try {
    return environmentsOf(text).map(([environment, commands]) => {
      const settings = (command: string): Record<string, unknown> => commands[command]?.parameters ?? {}
      const given = settings('deploy')['parameter_overrides'] ?? settings('global')['parameter_overrides']
      const pairs = given === undefined ? {} : fromOverrides(given)
      const isElsewhere = JSON.stringify(given ?? '').includes('file://')
      return {
        environment,
        templates: ['deploy', 'build', 'validate', 'global'].flatMap((command) => {
          const name = settings(command)['template_file'] ?? settings(command)['template']
          return typeof name === 'string' ? [name] : []
        }),
        parameters: pairs && commands['deploy'] && !isElsewhere ? Object.keys(pairs) : undefined,
      }
    })
  } catch {
    return undefined
  }
}

/** @throws Error with a plain message for what is no TOML */
function environmentsIn(text: string): ReturnType<typeof environmentsOf> {
  try {
    return environmentsOf(text)
  } catch (error) {
    const { message, line, column } = error as import('smol-toml').TomlError
    throw new Error(`it is no TOML, from ${line}:${column} on: ${message.split('\n')[0]?.replace('Invalid TOML document: ', '')}`)
  }
}

/** `parameter_overrides` of the default environment: a text `"A=1 B=\"two words\""`, or a list of pairs. */
function fromToml(text: string): Record<string, string> | undefined {
  const environments = environmentsIn(text)
  const [, environment] = environments.find(([name]) => name === 'default') ?? environments[0] ?? []
  return fromOverrides(
    environment?.['deploy']?.parameters?.['parameter_overrides'] ?? environment?.['global']?.parameters?.['parameter_overrides'],
  )
}

function fromOverrides(overrides: unknown): Record<string, string> | undefined {
  const pairs = Array.isArray(overrides) ? overrides.map(String) : typeof overrides === 'string' ? words(overrides) : undefined
  if (!pairs) return undefined
  const found: Record<string, string> = {}
  for (const word of pairs) {
    const [, name, value] = /^ParameterKey=([^,]+),ParameterValue=([\s\S]*)$/.exec(word) ?? [undefined, ...(pairOf(word) ?? [])]
    if (name !== undefined && value !== undefined) found[name] = value
  }
  return found
}

/** The words of a text as a shell would take them: quotes hold blanks together. */
function words(text: string): string[] {
  return [...text.matchAll(/(?:[^\s"']|"(?:\\.|[^"\\])*"|'[^']*')+/g)].map(([word]) =>
    word.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'/g, (_, double?: string, single?: string) =>
      (double ?? single ?? '').replace(/\\(.)/g, '$1'),
    ),
  )
}
