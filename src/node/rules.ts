import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ManifestEntry, Rule, RuleSource } from '../core.ts'

/** The built rule pack beside this file: its manifest, and each group's chunk once it is asked for. */
export function builtRules(folder: string = __dirname): RuleSource {
  const load = createRequire(join(folder, 'index.cjs'))
  const chunks = new Map<string, readonly Rule[]>()
  return {
    manifest: JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as ManifestEntry[],
    load(chunk) {
      let rules = chunks.get(chunk)
      if (!rules) {
        rules = (load(`./rules/${chunk}.cjs`) as { rules: readonly Rule[] }).rules
        chunks.set(chunk, rules)
      }
      return rules
    },
  }
}

/** Every rule of a source, loaded, in the order of their ids. */
export function allRules(source: RuleSource): Rule[] {
  const groups = [...new Set(source.manifest.map((entry) => entry.chunk))]
  return groups.flatMap((group) => [...source.load(group)]).sort((a, b) => (a.id < b.id ? -1 : 1))
}
