import type { Fix } from './source/edits.ts'
import type { Span } from './source/tree.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Most serious first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** Whether `severity` is `level` or more serious. */
export const atLeast = (severity: Severity, level: Severity): boolean => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(level)

/** Another place that a finding is about: where a default flows to, the other end of a circle. */
export interface Related {
  readonly message: string
  readonly span: Span
  readonly path: string
}

/** One thing that is wrong, at one place. */
export interface Finding {
  /** The rule's id, `group/defect`. */
  readonly rule: string
  readonly severity: Severity
  /** One or more sentences: what is wrong, with the offending value, and what to do. Holds text of the document, not escaped. */
  readonly message: string
  /** The smallest text that has to be edited. */
  readonly span: Span
  /** Keys and list positions from the root, joined by slashes; empty for the document as a whole. */
  readonly path: string
  /** The conditions under which the finding holds (`IsProd is true`), where any decides. */
  readonly when?: string
  readonly related?: readonly Related[]
  /** How it can be mended, where edits of the text can do so. */
  readonly fix?: Fix
}

/** In the order of the text; of the same place the more serious first, then by rule id. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
    (a.message < b.message ? -1 : a.message > b.message ? 1 : 0)
  )
}

/** The same finding without what it holds of the tree. */
export const withoutNodes = (finding: Finding): Finding => (finding.fix ? { ...finding, fix: { ...finding.fix, changes: [] } } : finding)
