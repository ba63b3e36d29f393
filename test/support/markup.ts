/** Reads XML, and HTML as we write it, strictly: what is not well-formed throws. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  /** Its own text, references resolved. */
  readonly text: string
}

interface Open {
  name: string
  attributes: Record<string, string>
  children: Open[]
  text: string
}

const NAMED = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }))
const VOID = /^(meta|input|link|br)$/

export function readMarkup(document: string, kind: 'xml' | 'html'): Element {
  const declaration = kind === 'xml' ? '<?xml version="1.0" encoding="UTF-8"?>' : '<!doctype html>'
  if (!document.startsWith(declaration)) throw new Error(`it does not begin with ${declaration}`)
  // The characters of XML 1.0, section 2.2; HTML has none of the others either.
  const illegal = document.match(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u)
  if (illegal) throw new Error(`U+${illegal[0].codePointAt(0)?.toString(16)} is no character of ${kind}`)
  const top: Open = { name: '', attributes: {}, children: [], text: '' }
  const open: Open[] = [top]
  let rest = document.slice(declaration.length)
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest)
    if (match) rest = rest.slice(match[0].length)
    return match
  }
  const resolve = (text: string): string => {
    if (text.includes(']]>')) throw new Error(']]> in a text')
    return text.replace(/&([^;]*;?)/g, (whole, name: string) => {
      const number = /^#(\d+);$/.exec(name)
      const known = number ? String.fromCodePoint(Number(number[1])) : NAMED.get(name.slice(0, -1))
      if (known === undefined || known === '\0' || !name.endsWith(';')) throw new Error(`${whole} is no reference`)
      return known
    })
  }
  while (rest !== '') {
    const current = open.at(-1) as Open
    if (take(/^<!--[\s\S]*?-->/)) throw new Error('a comment')
    const end = take(/^<\/([\w-]+)>/)
    if (end) {
      if (current.name !== end[1]) throw new Error(`</${end[1]}> closes <${current.name}>`)
      open.pop()
      continue
    }
    const start = take(/^<([a-z][\w-]*)/)
    if (start) {
      const element: Open = { name: start[1] as string, attributes: {}, children: [], text: '' }
      current.children.push(element)
      for (let attribute = take(/^\s+([\w-]+)(?:="([^"<]*)")?/); attribute; attribute = take(/^\s+([\w-]+)(?:="([^"<]*)")?/)) {
        const [, name, value] = attribute as unknown as [string, string, string | undefined]
        if (name in element.attributes || (value === undefined && kind === 'xml'))
          throw new Error(`the attribute ${name} of <${element.name}>`)
        element.attributes[name] = resolve(value ?? '')
      }
      if (take(/^\/>/)) continue
      if (!take(/^>/)) throw new Error(`<${element.name} is not closed: ${rest.slice(0, 40)}`)
      if (kind === 'html' && VOID.test(element.name)) continue
      if (kind === 'html' && /^(script|style)$/.test(element.name)) {
        const raw = take(/^[\s\S]*?(?=<\/(script|style)>)/)
        element.text = raw?.[0] ?? ''
      }
      open.push(element)
      continue
    }
    const text = take(/^[^<]+/)
    if (!text) throw new Error(`markup that is none: ${rest.slice(0, 40)}`)
    current.text += resolve(text[0])
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is not closed`)
  const [root] = top.children
  if (!root || top.children.length !== 1 || top.text.trim() !== '') throw new Error('there is not one root')
  return root
}

/** Every element below, itself included, in the order of the document. */
export const everyElement = (element: Element): Element[] => [element, ...element.children.flatMap(everyElement)]
export const elements = (root: Element, name: string): Element[] => everyElement(root).filter((element) => element.name === name)
