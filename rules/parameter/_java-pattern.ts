/** Where a text stops being a regular expression of Java, and why: `has an open bracket "["`. */
export interface Fault {
  readonly at: number
  readonly length: number
  readonly says: string
}

/** What certainly makes Java refuse a pattern; what is merely unusual passes. */
export function faultOf(pattern: string): Fault | undefined {
  // Comments and blanks without meaning, and everything as it stands.
  if (/\(\?[a-z]*x/i.test(pattern)) return undefined
  const groups: number[] = []
  let at = 0
  /** Whether a quantifier can follow: after an atom, not at a beginning. */
  let quantifiable = false
  const fault = (start: number, length: number, says: string): Fault => ({ at: start, length, says })
  while (at < pattern.length) {
    const char = pattern[at] as string
    if (char === '\\') {
      if (pattern.startsWith('\\Q', at)) {
        const end = pattern.indexOf('\\E', at)
        at = end < 0 ? pattern.length : end + 2
      } else {
        if (at + 1 === pattern.length) return fault(at, 1, 'ends with a single backslash')
        if (/[gijlmoqyCFIJKLMOTUY]/.test(pattern[at + 1] as string))
          return fault(at, 2, `has "${pattern.slice(at, at + 2)}", which means nothing`)
        at += /^\\(?:[pPxN]\{[^}]*\}|k<[^>]*>|.)/s.exec(pattern.slice(at))?.[0].length ?? 2
      }
      quantifiable = true
    } else if (char === '[') {
      const end = endOfClass(pattern, at)
      if (end === undefined) return fault(at, 1, 'has a "[" that nothing closes')
      if (typeof end === 'object') return end
      at = end
      quantifiable = true
    } else if (char === '(') {
      const open = /^\((?:\?(?:[:=!>]|<[=!]|<[A-Za-z][A-Za-z0-9]*>|[a-zA-Z]*(?:-[a-zA-Z]+)?[:)]))?/.exec(pattern.slice(at))?.[0] as string
      if (open === '(' && pattern[at + 1] === '?') return fault(at, 2, 'has a group that begins with "(?" and nothing known')
      if (!open.endsWith(')')) groups.push(at)
      at += open.length
      quantifiable = false
    } else if (char === ')') {
      if (groups.pop() === undefined) return fault(at, 1, 'has a ")" that closes nothing')
      at++
      quantifiable = true
    } else if (char === '|') {
      at++
      quantifiable = false
    } else if ('*+?{'.includes(char)) {
      const sign = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})/.exec(pattern.slice(at))
      if (!sign) return fault(at, 1, 'has a "{" that begins no repetition')
      if (!quantifiable) return fault(at, sign[0].length, `has "${sign[0]}" with nothing to repeat`)
      if (sign[2] && Number(sign[1]) > Number(sign[2])) return fault(at, sign[0].length, `has "${sign[0]}", which runs backwards`)
      at += sign[0].length
      if (pattern[at] === '?' || pattern[at] === '+') at++
      quantifiable = false
    } else {
      at++
      quantifiable = true
    }
  }
  const open = groups.pop()
  return open === undefined ? undefined : fault(open, 1, 'has a "(" that nothing closes')
}

/** The position behind a class, which may hold others; undefined when nothing closes it, a fault for a range that runs backwards. */
function endOfClass(pattern: string, start: number): number | Fault | undefined {
  let at = start + 1
  if (pattern[at] === '^') at++
  for (let first = true; at < pattern.length; first = false) {
    const char = pattern[at] as string
    if (char === ']' && !first) return at + 1
    if (char === '[') {
      const end = endOfClass(pattern, at)
      if (typeof end !== 'number') return end
      at = end
    } else if (char === '\\') {
      const quoted = pattern.startsWith('\\Q', at) ? pattern.indexOf('\\E', at) : -1
      at = quoted < 0 ? at + 2 : quoted + 2
    } else {
      const end = pattern[at + 2]
      const isRange = pattern[at + 1] === '-' && end !== undefined && !'[]\\&'.includes(end)
      if (isRange && char > end) return { at, length: 3, says: `has the range "${pattern.slice(at, at + 3)}", which runs backwards` }
      at += isRange ? 3 : 1
    }
  }
  return undefined
}
