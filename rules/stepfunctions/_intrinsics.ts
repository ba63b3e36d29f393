import { table } from '#rule'
/** The least and the most arguments of each intrinsic function of the Amazon States Language. */
export const FUNCTIONS: Readonly<Record<string, readonly [least: number, most: number]>> = table({
  Array: [0, Number.POSITIVE_INFINITY],
  ArrayContains: [2, 2],
  ArrayGetItem: [2, 2],
  ArrayLength: [1, 1],
  ArrayPartition: [2, 2],
  ArrayRange: [3, 3],
  ArrayUnique: [1, 1],
  Base64Decode: [1, 1],
  Base64Encode: [1, 1],
  Format: [1, Number.POSITIVE_INFINITY],
  Hash: [2, 2],
  JsonMerge: [3, 3],
  JsonToString: [1, 1],
  MathAdd: [2, 2],
  MathRandom: [2, 3],
  StringSplit: [2, 2],
  StringToJson: [1, 1],
  UUID: [0, 0],
})

export interface Call {
  /** Without `States.`. */
  readonly name: string
  readonly args: readonly (string | Call)[]
  readonly start: number
}

/** The call that a text is, with texts in quotes and paths as they are written; what is wrong with it where it is none. */
export function parseCall(text: string): Call | { readonly fault: string } {
  let at = 0
  let fault: string | undefined
  const skip = (): void => {
    while (/\s/.test(text[at] ?? '')) at++
  }
  const call = (): Call | undefined => {
    const start = at
    const name = /^States\.(\w+)\s*\(/.exec(text.slice(at))
    if (!name) {
      fault ??= 'a name and an opening parenthesis are expected'
      return undefined
    }
    at += name[0].length
    const args: (string | Call)[] = []
    skip()
    if (text[at] === ')') at++
    else {
      for (;;) {
        skip()
        const argument = /^States\.\w+\s*\(/.test(text.slice(at)) ? call() : plain()
        if (argument === undefined) return undefined
        args.push(argument)
        skip()
        const mark = text[at++]
        if (mark === ')') break
        if (mark !== ',') {
          fault ??= mark === undefined ? 'the closing parenthesis is missing' : `a comma or a parenthesis is expected before "${mark}"`
          return undefined
        }
      }
    }
    return { name: name[1] as string, args, start }
  }
  /** A quoted text, a path, a number or a word. */
  const plain = (): string | undefined => {
    const quoted = /^'(?:[^'\\]|\\[\s\S])*'/.exec(text.slice(at))?.[0]
    const bare =
      quoted ??
      /^(?:'(?:[^'\\]|\\.)*'|"[^"]*"|\[(?:'(?:[^'\\]|\\.)*'|"[^"]*"|\((?:[^()]|\([^()]*\))*\)|[^\]'"])*\]|[^,()'[\]])+/.exec(
        text.slice(at),
      )?.[0]
    if (bare === undefined) {
      fault ??= text[at] === "'" ? 'a quote is not closed' : 'an argument is missing'
      return undefined
    }
    at += bare.length
    return bare.trim()
  }
  const found = call()
  skip()
  if (found && at < text.length) return { fault: `"${text.slice(at)}" stands behind it` }
  return found ?? { fault: fault ?? 'it cannot be read' }
}
