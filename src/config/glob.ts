/** A longer pattern, or one with more alternatives, is none that a person wrote. */
const MAX_PATTERN = 1000
const MAX_ALTERNATIVES = 100

/** Tells whether a path, relative and with `/`, is meant. */
export type Matcher = (path: string) => boolean

/**
 * Patterns as in .gitignore: without a slash but at the end they mean a name at any depth, else a path from the folder that
 * they are for; a folder means all below it; a later `!` takes out again. `*`, `?`, `**` and `{a,b}` are understood. Takes
 * time in proportion to path and pattern, whatever they hold.
 */
export function matcherOf(patterns: readonly string[]): Matcher {
  const parts = patterns.flatMap((pattern) => {
    const isNegated = pattern.startsWith('!')
    return alternativesOf((isNegated ? pattern.slice(1) : pattern).slice(0, MAX_PATTERN)).map((one) => ({ isNegated, steps: stepsOf(one) }))
  })
  return (path) => {
    const steps = path.split('/')
    let isMeant = false
    for (const part of parts) if (part.isNegated === isMeant && fits(part.steps, steps)) isMeant = !part.isNegated
    return isMeant
  }
}

function stepsOf(pattern: string): string[] {
  const bare = pattern.replace(/^\.\//, '').replace(/\/+$/, '')
  const steps = bare.replace(/^\//, '').split('/')
  return bare.includes('/') ? steps : ['**', ...steps]
}

/** `a.{yaml,yml}` → `a.yaml`, `a.yml`. */
function alternativesOf(pattern: string): string[] {
  let all = [pattern]
  for (let open = true; open; ) {
    open = false
    const next: string[] = []
    for (const one of all) {
      const group = /\{([^{}]*,[^{}]*)\}/.exec(one)
      if (!group) next.push(one)
      else {
        open = true
        for (const choice of (group[1] as string).split(',')) {
          next.push(one.slice(0, group.index) + choice + one.slice(group.index + group[0].length))
        }
      }
    }
    if (next.length > MAX_ALTERNATIVES) return [pattern]
    all = next
  }
  return all
}

/** Whether steps of a pattern stand for a path or a folder above it. */
function fits(pattern: readonly string[], path: readonly string[]): boolean {
  return walk(
    pattern.length,
    path.length,
    (i) => pattern[i] === '**',
    (i, k) => name(pattern[i] as string, path[k] as string),
    true,
  )
}

const name = (pattern: string, text: string): boolean =>
  walk(
    pattern.length,
    text.length,
    (i) => pattern[i] === '*',
    (i, k) => pattern[i] === '?' || pattern[i] === text[k],
    false,
  )

/** The one way to match stars without trying every split: on a mismatch only the last star takes one more. */
function walk(
  patterns: number,
  texts: number,
  isStar: (i: number) => boolean,
  isSame: (i: number, k: number) => boolean,
  beginning: boolean,
): boolean {
  let i = 0
  let k = 0
  let star = -1
  let from = 0
  for (;;) {
    if (i === patterns && (k === texts || (beginning && k > 0))) return true
    if (i < patterns && isStar(i)) {
      star = i++
      from = k
    } else if (k < texts && i < patterns && isSame(i, k)) {
      i++
      k++
    } else if (k === texts && i < patterns) {
      return false
    } else if (star >= 0 && from < texts) {
      i = star + 1
      k = ++from
    } else return false
  }
}
