import { createRequire } from 'node:module'
import { join } from 'node:path'
import { defineRule, type ManifestEntry, type Rule, type RuleSource, SEVERITIES } from '../core.ts'
import { pageIn } from './rules.ts'

/** Where the rules that a source has beyond another are documented, by their ids. */
export function pagesBeyond(base: RuleSource, source: RuleSource): ReadonlyMap<string, string | undefined> {
  const known = new Set(base.manifest.map(({ chunk }) => chunk))
  const chunks = new Set(source.manifest.map(({ chunk }) => chunk).filter((chunk) => !known.has(chunk)))
  return new Map([...chunks].flatMap((chunk) => source.load(chunk).map((rule) => [rule.id, pageIn(rule)] as const)))
}

/**
 * Rules of modules on top of others. A module exports what defineRule returned, or lists of it, under any names.
 * @param paths absolute paths of the modules
 * @throws Error with a plain message for a module that cannot be loaded, or that exports no rules
 */
export function withRulePacks(base: RuleSource, paths: readonly string[]): RuleSource {
  const manifest: ManifestEntry[] = [...base.manifest]
  const packs = new Map<string, Rule[]>()
  for (const path of paths) {
    const chunk = `pack ${path}`
    const rules = rulesOf(load(path), path)
    for (const { id, severity, on } of rules) {
      if (manifest.some((entry) => entry.id === id)) throw new Error(`the rule pack ${path} has a rule "${id}", and there is one already`)
      manifest.push({ id, severity, on, chunk })
    }
    packs.set(chunk, rules)
  }
  return { manifest, load: (chunk) => packs.get(chunk) ?? base.load(chunk) }
}

function load(path: string): unknown {
  try {
    return createRequire(join(path, '..', 'index.cjs'))(path)
  } catch (error) {
    throw new Error(`the rule pack ${path} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function rulesOf(module: unknown, path: string): Rule[] {
  const found = new Set<unknown>()
  const gather = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 3) return
    if ('id' in value && ('run' in value || 'check' in value)) found.add(value)
    else for (const one of Object.values(value)) gather(one, depth + 1)
  }
  gather(module, 0)
  if (found.size === 0) throw new Error(`the rule pack ${path} exports no rules; export what defineRule returns`)
  return [...found].map((value) => ruleOf(value as Rule, path))
}

function ruleOf(value: Rule & { check?: unknown }, path: string): Rule {
  const { id, severity, on } = value
  const wrong =
    typeof id !== 'string' || !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id)
      ? 'its id must be "group/defect" in small letters'
      : !SEVERITIES.includes(severity)
        ? `its severity must be ${SEVERITIES.join(', ')}`
        : !Array.isArray(on) || on.length === 0
          ? '"on" must list what it looks at'
          : undefined
  if (wrong) throw new Error(`the rule pack ${path} has a rule ${JSON.stringify(id)} that cannot be used: ${wrong}`)
  const { title = id, why = '', fix = '', sources = [] } = value as Partial<Rule>
  const rule = { ...value, title, why, fix, sources }
  if (typeof value.run === 'function') return { ...rule, messages: value.messages ?? {}, paths: value.paths ?? [] } as Rule
  return defineRule(rule as unknown as Parameters<typeof defineRule>[0])
}
