import type { Buildspec } from '#rule'

/** A backslash at the end of a line that YAML joins with the next one: its index in the command, and the option behind it. */
export function foldedBackslash(
  { source }: Buildspec,
  command: Buildspec['commands'][number],
): { index: number; option: string } | undefined {
  if (command.node.style === 'literal') return undefined
  const found = /\\ +(--?[A-Za-z][\w-]*)/.exec(command.text)
  if (!found) return undefined
  const { start } = command.place(found.index, found.index + 1).span
  // On one line somebody wants it so.
  return /^\\\s*\n/.test(source.text.slice(start)) ? { index: found.index, option: found[1] ?? '' } : undefined
}
