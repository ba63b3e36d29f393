import type { Source } from '../source/source.ts'
import { type Entry, entryOf, type Mapping } from '../source/tree.ts'
import { ALWAYS, LITERAL, Properties } from '../values.ts'

export const PHASES = ['install', 'pre_build', 'build', 'post_build'] as const

/** A CodeBuild buildspec. */
export class Buildspec extends Properties {
  constructor(
    readonly source: Source,
    readonly root: Mapping,
  ) {
    super(root, ALWAYS, LITERAL)
  }

  /** A top-level key; undefined when it is not written. */
  section(name: string): Entry | undefined {
    return entryOf(this.root, name)
  }

  /** `0.1`, `0.2`, or whatever is written; undefined when it is missing. */
  get version(): string | undefined {
    const version = this.section('version')?.value
    return version?.kind === 'scalar' ? version.text : undefined
  }

  /** The phases as written, with their names, whatever these are. */
  get phases(): readonly Entry[] {
    const phases = this.section('phases')?.value
    return phases?.kind === 'mapping' ? phases.entries : []
  }
}
