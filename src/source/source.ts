import { parseJson } from './json.ts'
import { Lines } from './lines.ts'
import type { Node, Span } from './tree.ts'
import { parseYaml } from './yaml.ts'

/** What can be wrong with a text before it means anything. */
export type ProblemCode =
  | 'syntax-error'
  | 'duplicate-key'
  | 'several-documents'
  | 'undefined-alias'
  | 'recursive-alias'
  | 'merge-key'
  | 'alias'
  | 'unsupported-key'
  | 'byte-order-mark'
  | 'invalid-character'
  | 'encoding'
  | 'too-large'
  | 'empty'

export interface Problem {
  readonly code: ProblemCode
  readonly span: Span
  /** What the parser said, or the name that the problem is about. */
  readonly detail: string
}

/** A text as a positioned tree. `root` is null when it cannot be read as YAML or JSON, or holds nothing. */
export interface Source {
  readonly name: string
  readonly text: string
  readonly format: 'yaml' | 'json'
  readonly lines: Lines
  readonly root: Node | null
  readonly problems: readonly Problem[]
}

/** A document larger than this (in UTF-16 code units) is not parsed. CloudFormation takes 1 MB at most; the rest is room for generated files. */
export const MAX_LENGTH = 8 * 1024 * 1024

export interface Parsed {
  readonly root: Node | null
  readonly problems: Problem[]
}

/**
 * Reads a text that may be YAML or JSON; never throws on what a document contains.
 * @param encoding what the bytes were, when they were no UTF-8 (`UTF-16`)
 */
export function parseSource(text: string, name: string, encoding?: string): Source {
  const problems: Problem[] = []
  const lines = new Lines(text)
  if (text.length > MAX_LENGTH) {
    problems.push({ code: 'too-large', span: { start: 0, end: 1 }, detail: `${Math.round(text.length / 1024 / 1024)} MB` })
    return { name, text, format: 'yaml', lines, root: null, problems }
  }
  if (encoding) problems.push({ code: 'encoding', span: { start: 0, end: Math.min(1, text.length) }, detail: encoding })
  else if (text.charCodeAt(0) === 0xfeff) problems.push({ code: 'byte-order-mark', span: { start: 0, end: 1 }, detail: 'U+FEFF' })
  const invalid = findInvalidCharacter(text)
  if (invalid) problems.push(invalid)
  if (invalid?.detail === 'U+0000') return { name, text, format: 'yaml', lines, root: null, problems }

  const first = /^\uFEFF?\s*([^\s])/.exec(text)?.[1]
  const looksJson = first === '{' || first === '['
  const isYamlName = /\.ya?ml$/i.test(name)
  let format: 'yaml' | 'json' = 'yaml'
  let parsed: Parsed | undefined
  if (looksJson) {
    parsed = parseJson(text)
    format = 'json'
    // Flow-style YAML in a .yaml file begins like JSON; only there is YAML the better reader.
    if (isYamlName && parsed.problems.some((problem) => problem.code === 'syntax-error')) {
      const yaml = parseYaml(text)
      if (yaml.root) {
        parsed = yaml
        format = 'yaml'
      }
    }
  }
  parsed ??= parseYaml(text)
  for (const problem of parsed.problems) problems.push(problem) // there can be more than a call takes arguments
  if (parsed.root === null && problems.every((problem) => problem.code === 'byte-order-mark' || problem.code === 'encoding')) {
    problems.push({ code: 'empty', span: { start: 0, end: 0 }, detail: '' })
  }
  return { name, text, format, lines, root: parsed.root, problems }
}

/** NUL, and the U+FFFD that stands for bytes that were no UTF-8. */
function findInvalidCharacter(text: string): Problem | undefined {
  const nul = text.indexOf('\0')
  if (nul >= 0) return { code: 'invalid-character', span: { start: nul, end: nul + 1 }, detail: 'U+0000' }
  const replacement = text.indexOf('\uFFFD')
  if (replacement >= 0) return { code: 'invalid-character', span: { start: replacement, end: replacement + 1 }, detail: 'U+FFFD' }
  return undefined
}
