/** What a repository has been found to hold and lives with: findings by file, rule and message, wherever they stand in it. */
import type { Finding } from '../core.ts'

/** How often a rule says something of a file: by file, then by rule and message. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, number>>

const keyOf = ({ rule, message }: Pick<Finding, 'rule' | 'message'>): string => `${rule}\n${message}`

/** The findings of a file that the baseline does not hold, those that it does, and how many it holds that are gone. */
export function parted(findings: readonly Finding[], known: ReadonlyMap<string, number> | undefined) {
  const left = new Map(known)
  const fresh: Finding[] = []
  const baselined: Finding[] = []
  for (const finding of findings) {
    const key = keyOf(finding)
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
    ;(count > 0 ? baselined : fresh).push(finding)
  }
  return { fresh, baselined, gone: [...left.values()].reduce((sum, count) => sum + count, 0) }
}

/** The baseline with what is found in these files now; of others it keeps what it held. */
export function updated(baseline: Baseline, files: ReadonlyMap<string, readonly Finding[]>): Baseline {
  const all = new Map(baseline)
  for (const [path, findings] of files) {
    const counts = new Map<string, number>()
    for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1)
    if (counts.size) all.set(path, counts)
    else all.delete(path)
  }
  return all
}

const sorted = <T>(entries: Iterable<[string, T]>): [string, T][] => [...entries].sort(([a], [b]) => (a < b ? -1 : 1))

/** As it is kept: sorted, a line for each thing that can change. */
export function writtenBaseline(baseline: Baseline): string {
  const files = sorted(baseline).map(([path, counts]) => {
    const list = sorted(counts).map(([key, count]) => {
      const at = key.indexOf('\n')
      return { rule: key.slice(0, at), message: key.slice(at + 1), count }
    })
    return [path, list]
  })
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(files) }, null, 2)}\n`
}

/** Reads what was written; undefined for anything else. */
export function readBaseline(text: string): Baseline | undefined {
  let value: { version?: unknown; files?: unknown }
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (value?.version !== 1 || typeof value.files !== 'object' || value.files === null) return undefined
  const baseline = new Map<string, Map<string, number>>()
  for (const [path, list] of Object.entries(value.files)) {
    if (!Array.isArray(list)) return undefined
    const counts = new Map<string, number>()
    for (const one of list as { rule?: unknown; message?: unknown; count?: unknown }[]) {
      if (typeof one?.rule !== 'string' || typeof one.message !== 'string' || typeof one.count !== 'number') return undefined
      counts.set(keyOf({ rule: one.rule, message: one.message }), one.count)
    }
    baseline.set(path, counts)
  }
  return baseline
}
