/** Tells of changes below a folder: a chunk of its own, loaded with --watch. */
import { watch } from 'node:fs'
import { join, sep } from 'node:path'

/** Editors write a file in several steps, and Git many at once; that long nothing happens before it is looked at again, in milliseconds. */
const QUIET = 100

/** Folders that tools fill, not people. */
const TOOLS: readonly string[] = ['.git', 'node_modules', '.aws-sam', 'cdk.out']

/**
 * Runs something now, and whenever files below a folder have changed, never twice at once.
 * @param folder absolute
 * @param own absolute paths that the run writes itself
 */
export async function onChange(folder: string, own: readonly string[], run: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let running = false
  let again = false
  const start = async (): Promise<void> => {
    if (running) {
      again = true
      return
    }
    running = true
    do {
      again = false
      await run()
    } while (again)
    running = false
  }
  watch(folder, { recursive: true }, (_, name) => {
    if (name === null || own.includes(join(folder, name)) || name.split(sep).some((step) => TOOLS.includes(step))) return
    clearTimeout(timer)
    timer = setTimeout(() => void start(), QUIET)
  })
  await start()
}
