/** `.cfnlintrc`, as far as what it says has a counterpart here. */

import type { Node, Source } from '../core.ts'
import { table } from '../table.ts'
import { entriesOf, type Layer, type Placed, parsed, placedTexts, settingOf } from './config.ts'
import { type ConfigProblem, isNothing } from './validate.ts'

export interface CfnLintConfig {
  readonly source: Source
  readonly problems: readonly ConfigProblem[]
  readonly layer: Layer
  /** Ids of cfn-lint, or their beginnings, that it ignores. */
  readonly ignored: readonly Placed[]
  /** Its settings that have no counterpart. */
  readonly others: readonly Placed[]
}

const HONOURED = [
  'ignore_checks',
  'include_checks',
  'templates',
  'ignore_templates',
  'regions',
  'registry_schemas',
  'parameters',
  'template_parameters',
  'non_zero_exit_code',
]

/** Reads the text of a `.cfnlintrc`; what it holds at the wrong type is passed over, as it is not ours to judge. */
export function readCfnLintConfig(text: string, name: string): CfnLintConfig {
  const { source, problem } = parsed(text, name)
  const root = source.root
  if (problem || root?.kind !== 'mapping') return { source, problems: problem ? [problem] : [], layer: {}, ignored: [], others: [] }
  const list = (key: string): Placed[] | undefined => {
    const value = settingOf(root, key)
    return value && placedTexts(value)
  }
  const texts = (key: string): string[] | undefined => list(key)?.map(({ text }) => text)
  const ignored = (list('ignore_checks') ?? []).filter(({ text }) => text !== '')
  const maps = ['template_parameters', 'parameters'].flatMap((key) => itemsOf(settingOf(root, key)))
  const parameters = Object.fromEntries(
    maps.flatMap((map) => entriesOf(map).flatMap(({ key, value }) => (value.kind === 'scalar' ? [[key.text, value.text]] : []))),
  )
  const failOn = FAIL_ON[texts('non_zero_exit_code')?.[0] ?? '']
  const layer = {
    cfnLintOff: ignored.length ? ignored.map(({ text }) => text) : undefined,
    level: texts('include_checks')?.some((id) => id.startsWith('I')) ? 'info' : undefined,
    templates: texts('templates')?.map(fromHere),
    ignore: texts('ignore_templates')?.map(fromHere),
    regions: texts('regions')?.includes('ALL_REGIONS') ? undefined : texts('regions'),
    schemas: list('registry_schemas'),
    parameters: Object.keys(parameters).length ? parameters : undefined,
    failOn,
  }
  return {
    source,
    problems: [],
    layer: Object.fromEntries(Object.entries(layer).filter(([, value]) => value !== undefined)) as Layer,
    ignored,
    others: root.entries
      .filter(({ key, value }) => !HONOURED.includes(key.text) && !isNothing(value))
      .map(({ key }) => ({ text: key.text, span: key.span })),
  }
}

const FAIL_ON: Readonly<Record<string, Layer['failOn']>> = table({
  informational: 'info',
  warning: 'warning',
  error: 'error',
  none: 'never',
})

const itemsOf = (node: Node | undefined): readonly Node[] => (node?.kind === 'sequence' ? node.items : [])

/** Its patterns start from the working directory, which is where the file lies. */
const fromHere = (pattern: string): string => `/${pattern.replace(/^\.?\//, '')}`
