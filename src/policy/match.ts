import { OPAQUE, WORD } from '../text.ts'

/**
 * Whether a pattern of a policy (`*` any text, `?` any one character) covers a text. The text may be a pattern itself:
 * then whether everything that it covers is covered.
 */
export const covers = (pattern: string, text: string): boolean => matches(pattern, text, false)

/** Whether a pattern with unknown parts (`OPAQUE`, `WORD`) can turn out to cover the text, which is known. */
export const mayCover = (pattern: string, text: string): boolean => matches(pattern, text, true)

/** Actions and their patterns are compared without regard to case. */
export const coversAction = (pattern: string, action: string): boolean => covers(pattern.toLowerCase(), action.toLowerCase())
export const mayCoverAction = (pattern: string, action: string): boolean => mayCover(pattern.toLowerCase(), action.toLowerCase())

const NO_LETTER = new RegExp(`[*?${OPAQUE}${WORD}]`)

function matches(pattern: string, text: string, holesMatch: boolean): boolean {
  // Hardly any pattern goes as far as its first wildcard: a service has hundreds of actions to compare it with.
  const letters = pattern.search(NO_LETTER)
  if (letters < 0) return pattern === text
  return pattern.slice(0, letters) === text.slice(0, letters) && matchesRest(pattern.slice(letters), text.slice(letters), holesMatch)
}

/** In time proportional to the product of the lengths. */
function matchesRest(pattern: string, text: string, holesMatch: boolean): boolean {
  // ends[i]: whether what was read of the pattern can match the first i characters of the text.
  let ends = new Array<boolean>(text.length + 1).fill(false)
  ends[0] = true
  for (const character of pattern) {
    const next = new Array<boolean>(text.length + 1).fill(false)
    const isAny = character === '*' || (holesMatch && character === OPAQUE)
    const isWord = holesMatch && character === WORD
    for (let i = 0; i <= text.length; i++) {
      if (isAny && (ends[i] || next[i - 1])) next[i] = true
      else if (i > 0) {
        const at = text[i - 1] as string
        if (isWord) next[i] = (ends[i - 1] || next[i - 1]) === true && at !== ':' && at !== '/'
        else if (ends[i - 1]) next[i] = at === character || (character === '?' && at !== '*')
      }
    }
    ends = next
  }
  return ends[text.length] === true
}
