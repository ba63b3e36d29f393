import type { Finding } from '../core.ts'
import type { RunReport } from './report.ts'

/**
 * What names a finding of one file from run to run, whatever lines are added above it; no two of a file have the same.
 * To be asked in the order of the text.
 * @param file what names the file
 */
export function fingerprints(file: string): (finding: Finding) => string {
  const seen = new Map<string, number>()
  return ({ rule, path, message }) => {
    const identity = JSON.stringify([rule, file, path, message])
    const repeat = (seen.get(identity) ?? 0) + 1
    seen.set(identity, repeat)
    return `${hash(identity, 0)}${hash(identity, 1)}:${repeat}`
  }
}

/** The names that a path from the working directory has from the root of the repository; from the root of the disk for a file outside of it. */
export function fromRoot(path: string, { cwd, root }: Pick<RunReport, 'cwd' | 'root'>): { inside: boolean; steps: readonly string[] } {
  const steps: string[] = []
  for (const step of (isAbsolute(path) ? path : `${cwd}/${path}`).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  const rootSteps = root.split('/').filter(Boolean)
  const inside = steps.length > rootSteps.length && rootSteps.every((step, i) => step === steps[i])
  return { inside, steps: inside ? steps.slice(rootSteps.length) : steps }
}

/** A path as services show it that know the repository only. */
export function repositoryPath(path: string, run: Pick<RunReport, 'cwd' | 'root'>): string {
  const { inside, steps } = fromRoot(path, run)
  return inside || isDrive(steps[0] ?? '') ? steps.join('/') : `/${steps.join('/')}`
}

const isAbsolute = (path: string): boolean => path.startsWith('/') || isDrive(path.slice(0, path.indexOf('/')))
const isDrive = (step: string): boolean => /^[A-Za-z]:$/.test(step)

/** cyrb53, a hash of 53 bits that needs nothing but arithmetic; as 14 hexadecimal digits. */
function hash(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed
  let low = 0x41c6ce57 ^ seed
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0')
}
