import { fstatSync, writeSync } from 'node:fs'
import { visible } from '../report/escape.ts'

const OUT = 1
const ERR = 2
/** How long to wait for a reader that is slower than we are, in milliseconds. */
const PATIENCE = 5

/** Prints what was asked for. Ends the process when nobody reads on (`awslint … | head`), with 2 when it cannot be written. */
export function print(text: string): void {
  try {
    write(OUT, text)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EPIPE') process.exit()
    tell(`the report cannot be written: ${message}`)
    process.exit(2)
  }
}

/** Prints lines that hold text of documents: to a terminal only what it may show, to programs each character. */
export function printLines(text: string): void {
  print(isTerminal(OUT) ? text.replace(/[^\n]+/g, (line) => visible(line.replace(/\r$/, ''))) : text)
}

/** Prints a message on standard error, as one line whatever names it holds. */
export function tell(message: string): void {
  complain(`awslint: ${visible(message)}\n`)
}

/** Prints on standard error what is safe to print. */
export function complain(text: string): void {
  try {
    write(ERR, text)
  } catch {} // nobody is left to tell
}

/** Writes all of it now. Node's own streams would do, at a tenth of the time of a whole run. */
function write(fd: number, text: string): void {
  let rest = Buffer.from(text)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(fd, rest))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE)
    }
  }
}

/** Sets the exit code without cutting off output that is still being written. */
export function finish(code: 0 | 1 | 2): void {
  process.exitCode = code
}

/** Whether to colour: what was asked for, else NO_COLOR and FORCE_COLOR, else whether somebody watches. */
export function wantsColor(asked: boolean | undefined): boolean {
  if (asked !== undefined) return asked
  if (process.env['NO_COLOR']) return false
  if (process.env['FORCE_COLOR'] && process.env['FORCE_COLOR'] !== '0') return true
  return isTerminal(OUT) && process.env['TERM'] !== 'dumb'
}

/** Whether the terminal is known to show links (OSC 8); FORCE_HYPERLINK decides where it is set. */
export function wantsLinks(env: NodeJS.ProcessEnv = process.env): boolean {
  const asked = env['FORCE_HYPERLINK']
  if (asked !== undefined) return asked !== '0'
  if (!isTerminal(OUT) || env['CI'] || env['TERM'] === 'dumb') return false
  const { TERM_PROGRAM: program = '', TERM: term = '', VTE_VERSION: vte = '0' } = env
  return (
    /^(iTerm\.app|WezTerm|vscode|ghostty|Hyper|zed)$/.test(program) ||
    /kitty|alacritty|foot|ghostty/.test(term) ||
    Number(vte) >= 5000 ||
    Boolean(env['WT_SESSION'])
  )
}

/** Whether somebody may see a line on standard error that is written over. */
export const showsProgress = (): boolean => isTerminal(ERR) && process.env['TERM'] !== 'dumb'

/** Whether somebody may be watching: a terminal, or a device that does not care. */
function isTerminal(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice()
  } catch {
    return false // closed
  }
}
