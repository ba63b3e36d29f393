/**
 * The manifest as it lies in dist/: for each thing that rules look at, those rules, parted by blanks, as `id:severity`, with
 * `:chunk` behind where that is not the group. A start asks for what stands in one document and reads no more than that.
 */
import { type ManifestEntry, SEVERITIES } from '../core.ts'

export type PackedManifest = Readonly<Record<string, string>>
type On = ManifestEntry['on'][number]

const groupOf = (id: string): string => id.slice(0, id.indexOf('/'))

export function packed(manifest: readonly ManifestEntry[]): PackedManifest {
  const byOn = new Map<string, string[]>()
  for (const { id, severity, on, chunk } of manifest)
    for (const one of on) byOn.set(one, [...(byOn.get(one) ?? []), `${id}:${severity}${chunk === groupOf(id) ? '' : `:${chunk}`}`])
  return Object.fromEntries([...byOn].map(([on, rules]) => [on, rules.join(' ')]))
}

/** The rules that look at one thing; `on` of each names that thing only. */
export function entriesOn(manifest: PackedManifest, on: On): ManifestEntry[] {
  if (!Object.hasOwn(manifest, on)) return []
  return (manifest[on] as string).split(' ').map((text): ManifestEntry => {
    const [id = '', name, chunk = groupOf(id)] = text.split(':')
    const severity = SEVERITIES.find((one) => one === name)
    if (!severity) throw new Error(`manifest.json: ${text}`)
    return { id, severity, on: [on], chunk }
  })
}

/** All rules, in the order of their ids. */
export function unpacked(manifest: PackedManifest): ManifestEntry[] {
  const all = new Map<string, ManifestEntry>()
  for (const on of Object.keys(manifest) as On[])
    for (const entry of entriesOn(manifest, on)) all.set(entry.id, { ...entry, on: [...(all.get(entry.id)?.on ?? []), on] })
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
