import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The root of the project; every script of this folder is started through npm. */
export const ROOT = resolve(process.cwd())

/** The groups of `rules/` with the defects in each, sorted; files that begin with `_` are shared by the rules beside them. */
export function ruleFiles(): Map<string, string[]> {
  const folder = join(ROOT, 'rules')
  const groups = new Map<string, string[]>()
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isDirectory()) continue
    const defects = readdirSync(join(folder, entry.name))
      .filter((name) => name.endsWith('.ts') && !name.startsWith('_'))
      .map((name) => name.slice(0, -3))
      .sort()
    if (defects.length) groups.set(entry.name, defects)
  }
  return groups
}
