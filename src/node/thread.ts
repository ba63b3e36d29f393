/** A thread that checks files; a chunk of its own, started by `threads.ts`. */
import { workerData } from 'node:worker_threads'
import { attempt, checkerFor } from './checker.ts'
import { type ThreadData, takeTurns } from './turns.ts'

const { candidates, options, cwd, taken, slot, port } = workerData as ThreadData
const checker = checkerFor(options, cwd, __dirname)
takeTurns(
  candidates,
  taken,
  slot,
  (candidate) => attempt(checker, candidate),
  (index, result) => port.postMessage([index, result]),
)
