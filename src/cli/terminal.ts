import { visible } from '../report/escape.ts'

/** A message for the user; printed as it is, exit code 2. */
export class UserError extends Error {}

/** Prints a message on standard error, as one line whatever names it holds. */
export function tell(message: string): void {
  process.stderr.write(`awslint: ${visible(message)}\n`)
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
  return process.stdout.isTTY === true && process.env['TERM'] !== 'dumb'
}
