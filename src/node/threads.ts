/** Checks files in several threads: a chunk of its own, loaded when that pays. */
import { join } from 'node:path'
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { CheckerOptions, Result } from './checker.ts'
import type { Candidate } from './files.ts'
import { type ThreadData, takeTurns } from './turns.ts'

/** The built files are loaded in a thread as they are in the first. */
const START = `require(${JSON.stringify(join(__dirname, 'load.cjs'))}).load('thread.cjs')`

/** Of files behind one that ends the run. */
const NOT_TAKEN: Result = { is: 'failed', message: 'it was not checked' }

/** A thread besides this one. */
interface Helper {
  readonly slot: number
  /** Where its results come from. */
  readonly port: MessagePort
  /** Why it ended: completes "… cannot be read: ". */
  readonly ended: Promise<string>
}

export interface TogetherOptions {
  /** This one included. */
  readonly threads: number
  readonly options: CheckerOptions
  readonly cwd: string
  readonly onProgress: (done: number) => void
}

/**
 * Checks files in this thread and others; each takes the next file when it is done with one. When a thread dies, its file is
 * unreadable, and the others do the rest.
 * @param check checks one in this thread
 * @returns what became of each, in their order
 */
export async function checkTogether(
  candidates: readonly Candidate[],
  check: (candidate: Candidate) => Result,
  { threads, options, cwd, onProgress }: TogetherOptions,
): Promise<Result[]> {
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * (threads + 1)))
  const results = new Array<Result | undefined>(candidates.length).fill(undefined)
  const helpers: Helper[] = []
  for (let slot = 2; slot <= threads; slot++) {
    const { port1, port2 } = new MessageChannel()
    const helper = started({ candidates, options, cwd, taken, slot, port: port2 })
    if (helper) helpers.push({ slot, port: port1, ended: helper })
  }
  // Results are taken whenever there are any, so that they do not lie about twice.
  const collect = ({ port }: Helper): void => {
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
      const [index, result] = next.message as [number, Result]
      results[index] = result
    }
  }
  takeTurns(candidates, taken, 1, check, (index, result) => {
    results[index] = result
    for (const helper of helpers) collect(helper)
    onProgress(Math.min(Atomics.load(taken, 0), candidates.length))
  })
  for (const helper of helpers) {
    const why = await helper.ended
    collect(helper)
    const last = Atomics.load(taken, helper.slot) - 1
    if (last >= 0) results[last] ??= { is: 'unreadable', message: why }
  }
  return results.map((result) => result ?? NOT_TAKEN)
}

/** Starts a thread; undefined where none may be started, and the others do its work. */
function started(data: ThreadData): Promise<string> | undefined {
  try {
    const worker = new Worker(START, { eval: true, workerData: data, transferList: [data.port] })
    let error: (Error & { code?: string }) | undefined
    worker.on('error', (reason) => {
      error = reason
    })
    return new Promise((resolve) =>
      worker.on('exit', (code) => {
        if (error?.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve('to check it takes more memory than a thread has')
        else resolve(`the thread that checked it ended: ${error ? error.message : `exit code ${code}`}`)
      }),
    )
  } catch {
    return undefined
  }
}
