import { attempt, type Checker, type CheckerOptions, type Mend, type Outcome, outcomeOf } from './checker.ts'
import type { Candidate } from './files.ts'
import { keepCompiled } from './load.ts'

/** How many threads check: so many, or one (`off`), or as many as are worth their start (`auto`). */
export type Concurrency = 'auto' | 'off' | number

/** How long files are checked before it is told from them how long the others will take, in milliseconds. */
const SAMPLE = 300
/** How much work has to be left for each thread besides this one, in milliseconds; the first files take longer than the others will. */
const WORTH_A_THREAD = 2000
/** How much of the time this thread has a processor for itself where others are free, too. */
const UNDISTURBED = 0.7
/** More take more memory than they save time: each has the rules and their compiled code for itself. */
const MOST = 8

export interface CheckFilesOptions {
  readonly concurrency: Concurrency
  /** What the checker was made with. */
  readonly options: CheckerOptions
  readonly cwd: string
  /** Then there is one thread: what is found in a file may depend on what was mended in another. */
  readonly mend: Mend | undefined
  /** Is told how many files are done. */
  readonly onProgress: (done: number) => void
}

/**
 * Checks files, in several threads where that is sooner done.
 * @returns what became of each, in their order
 * @throws UserError for the first whose settings cannot be used
 */
export async function checkFiles(
  candidates: readonly Candidate[],
  checker: Checker,
  { concurrency, options, cwd, mend, onProgress }: CheckFilesOptions,
): Promise<Outcome[]> {
  const began = Date.now()
  const used = process.cpuUsage()
  const outcomes: Outcome[] = []
  for (const [done, candidate] of candidates.entries()) {
    const left = candidates.length - done
    const threads = mend ? 1 : Math.min(left, threadsFor(concurrency, done, left, Date.now() - began, used))
    if (threads > 1) {
      const { checkTogether } = require('./threads.ts') as typeof import('./threads.ts')
      const told = (more: number): void => onProgress(done + more)
      const check = (one: Candidate) => attempt(checker, one)
      const results = await checkTogether(candidates.slice(done), check, { threads, options, cwd, onProgress: told })
      return [...outcomes, ...results.map(outcomeOf)]
    }
    if (done > 0) keepCompiled()
    onProgress(done)
    outcomes.push(checker.file(candidate, mend))
  }
  return outcomes
}

function threadsFor(concurrency: Concurrency, done: number, left: number, spent: number, before: NodeJS.CpuUsage): number {
  if (concurrency !== 'auto') return concurrency === 'off' ? 1 : concurrency
  const { user, system } = spent < SAMPLE ? { user: 0, system: 0 } : process.cpuUsage(before)
  const worth = threadsWorth({ done, left, spent, used: (user + system) / 1000 })
  // Loaded here: most runs are over before.
  return worth === 1 ? 1 : Math.min(worth, (require('node:os') as typeof import('node:os')).availableParallelism())
}

/**
 * How many threads are worth their start.
 * @param sofar how many files are done and left, and how many milliseconds were spent and how many of them a processor was used
 */
export function threadsWorth({ done, left, spent, used }: Readonly<Record<'done' | 'left' | 'spent' | 'used', number>>): number {
  if (spent < SAMPLE || used < UNDISTURBED * spent) return 1
  return Math.min(MOST, 1 + Math.floor((left * spent) / done / WORTH_A_THREAD))
}
