/** Messages for the user, a line each; exit code 2. */
export class UserError extends Error {
  readonly lines: readonly string[]
  constructor(...lines: readonly string[]) {
    super(lines.join(' '))
    this.lines = lines
  }
}
