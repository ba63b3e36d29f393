import type { DocumentReport, Finding, Rule } from '../../src/core.ts'
import type { ReportOptions, RunReport } from '../../src/report/report.ts'
import { core, rules } from './built.ts'

export const PLAIN: ReportOptions = { color: false, quiet: false }

/** A document with these findings, as if a rule had made them. */
export function documentOf(text: string, findings: readonly Finding[], name = 'a.yaml', ran: readonly Rule[] = []): DocumentReport {
  return {
    name,
    kind: 'cloudformation',
    source: core.parseSource(text, name),
    findings,
    failures: [],
    suppressed: [],
    rules: ran,
    parts: [],
  }
}

/** A finding at a part of a text. */
export function findingAt(text: string, part: string, more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(part)
  if (start < 0) throw new Error(`the text does not hold ${JSON.stringify(part)}`)
  const span = { start, end: start + part.length }
  return { rule: 'template/unknown-section', severity: 'error', message: 'It is wrong.', span, path: 'A/B', ...more }
}

/** A text linted with every rule. */
export const linted = (text: string, name: string): DocumentReport => core.lint(text, name, { rules })

/** A run over documents, in the folder `infra` of a repository. */
export function runOf(documents: readonly DocumentReport[], more: Partial<RunReport> = {}): RunReport {
  return {
    version: '1.2.3',
    cwd: '/home/me/repo/infra',
    root: '/home/me/repo',
    files: documents.map((report) => ({ path: report.name, report })),
    skipped: 0,
    unreadable: [],
    failures: documents.flatMap(({ name, failures }) => failures.map((failure) => ({ ...failure, path: name }))),
    milliseconds: 12.3,
    exitCode: 0,
    ...more,
  }
}

/** Whether a text is shown as it is: nothing in it does anything to a terminal, or is a command in a log. */
export const isShownAsIs = (text: string): boolean => !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|##\w*\[/u.test(text)

/** Texts that try to break what shows them: terminal escapes, bidirectional text, line breaks, halves of characters, markup. */
export const HOSTILE: readonly string[] = [
  '\u001b[31mred\u001b[0m\u001b]0;title\u0007',
  '\u009b31m\u0085\u007f',
  'a\u202Eb\u2066c\u2069\u200E\u061C',
  'one\ntwo\r\nthree\rfour\u2028five\u2029six',
  '\uD83D lone \uDC00',
  '\u{E0041}\u{E007F}\u00AD\u200B\uFEFF',
  '[a](1) [b](https://example.com) {0} {1} {{2}} \\[c](2) %SRCROOT%',
  '<script>alert(1)</script> & "quotes" \\ `code`',
  '::error file=x,line=1::y %0A%0D::set-output name=a::b',
  '##[group]x ##vso[task.setvariable variable=a]b ###teamcity[x]',
  ']]> <!-- --> <![CDATA[ &lt; &#0; \uFFFE\uFFFF </script></textarea></pre>',
  '| a | `b|c` ``` ~~~ @everyone https://example.com www.example.com #1 $x$ ![i](https://example.com/i.png)',
  '../../etc/passwd',
  '日本語 👩‍👩‍👧 é',
]
