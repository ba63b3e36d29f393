import type { MessagePort } from 'node:worker_threads'
import type { CheckerOptions, Result } from './checker.ts'
import type { Candidate } from './files.ts'

/** What a thread is started with. */
export interface ThreadData {
  readonly candidates: readonly Candidate[]
  readonly options: CheckerOptions
  readonly cwd: string
  readonly taken: Int32Array
  readonly slot: number
  /** Takes `[index, result]` for each file. */
  readonly port: MessagePort
}

/**
 * Checks files until there are none left that no thread has taken.
 * @param taken shared by the threads: first how many files are taken, then for each slot the file that its thread took last, counted
 *   from 1
 */
export function takeTurns(
  candidates: readonly Candidate[],
  taken: Int32Array,
  slot: number,
  check: (candidate: Candidate) => Result,
  tell: (index: number, result: Result) => void,
): void {
  for (let i = Atomics.add(taken, 0, 1); i < candidates.length; i = Atomics.add(taken, 0, 1)) {
    Atomics.store(taken, slot, i + 1)
    const result = check(candidates[i] as Candidate)
    // The run ends with what is wrong with the first such file; all before this one are taken.
    if (result.is === 'unusable' || result.is === 'failed') Atomics.store(taken, 0, candidates.length)
    tell(i, result)
  }
}
