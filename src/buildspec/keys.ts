import { type Entry, entryOf, type Mapping } from '../source/tree.ts'
import { closest, OPAQUE } from '../text.ts'

/** The keys of a buildspec at its top. */
export const BUILDSPEC_SECTIONS = ['version', 'run-as', 'env', 'proxy', 'batch', 'phases', 'reports', 'artifacts', 'cache'] as const

/** The phases in the order in which they run. */
export const PHASES = ['install', 'pre_build', 'build', 'post_build'] as const

/** The keys of each map of a buildspec; `buildspec.schema.json` says what stands under them. */
export const BUILDSPEC_KEYS = {
  phase: ['commands', 'finally', 'on-failure', 'run-as', 'runtime-versions', 'steps'],
  env: ['shell', 'variables', 'parameter-store', 'secrets-manager', 'exported-variables', 'git-credential-helper'],
  proxy: ['upload-artifacts', 'logs'],
  report: ['files', 'base-directory', 'discard-paths', 'file-format'],
  artifacts: [
    'files',
    'name',
    'base-directory',
    'discard-paths',
    'exclude-paths',
    'enable-symlinks',
    's3-prefix',
    'secondary-artifacts',
    // Of version 0.1, without effect since.
    'type',
  ],
  cache: ['paths', 'key', 'fallback-keys', 'action'],
  batch: ['fast-fail', 'build-list', 'build-graph', 'build-matrix', 'build-fanout'],
  build: ['identifier', 'buildspec', 'debug-session', 'depend-on', 'env', 'ignore-failure'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** Entries of env whose keys are names of variables. */
export const VARIABLE_MAPS = ['variables', 'parameter-store', 'secrets-manager'] as const

/** A key that its map does not have. */
export interface Stranger {
  readonly entry: Entry
  readonly name: string
  /** The key that was probably meant, where that one is not there. */
  readonly near: string | undefined
}

/** The keys that a map should not have; those that a generator is still to fill in are left out. */
export function strangers(node: Mapping, known: readonly string[]): Stranger[] {
  return node.entries
    .filter(({ key }) => !known.includes(key.text) && !isGenerated(key.text) && key.text !== '<<')
    .map((entry) => {
      const name = entry.key.text
      const near = closest(name, known)
      return { entry, name, near: near !== undefined && !entryOf(node, near) ? near : undefined }
    })
}

/** Text that is not the author's last word: a `${X}` of Fn::Sub, or a mark of a template engine. */
export const isGenerated = (text: string): boolean => text.includes(OPAQUE) || /\$\{|\{\{|\{%|<%|^<.*>$|^__.*__$|^@.*@$/.test(text)
