import type { Finding } from '../core.ts'
import { table } from '../table.ts'
import { visible } from './escape.ts'
import { type FileReport, inShort, placeOf, plural, type Reporter, type RunReport, silencedIn, silencing, wording } from './report.ts'
import { pageOf } from './rule-page.ts'

/** A table for each file, for a comment, a wiki or a job summary. */
export const markdown: Reporter = (run, { suppressed }) => markdownUpTo(run, Number.POSITIVE_INFINITY, suppressed)

/**
 * @param limit how many UTF-16 code units the report may have; what does not fit is counted at its end
 * @param suppressed also what is silenced
 */
export function markdownUpTo(run: RunReport, limit: number, suppressed = false): string {
  let written = `## awslint: ${inShort(run)}\n`
  for (const { path, message } of run.unreadable) written += `\n- ${plain(path)} cannot be read: ${plain(message)}\n`
  for (const { path, rule, message } of run.failures) written += `\n- The rule ${plain(rule)} failed on ${plain(path)}: ${plain(message)}\n`
  let left = 0
  for (const file of run.files) {
    let head = `\n### ${plain(file.path)}\n\n| Place | Severity | Finding | Rule |\n| ---: | --- | --- | --- |\n`
    for (const row of rowsOf(file, run, suppressed)) {
      if (left > 0 || written.length + head.length + row.length > limit) left++
      else written += head + row
      head = left > 0 ? head : ''
    }
  }
  return left > 0 ? `${written}\n… and ${plural(left, 'more finding')}.\n` : written
}

function rowsOf(file: FileReport, run: RunReport, suppressed: boolean): string[] {
  const row = (finding: Finding, words: string): string => {
    const { line, column } = placeOf(finding, file.report).start
    return `| ${line}:${column} | ${finding.severity} | ${plain(words)} | ${linked(finding.rule, run)} |\n`
  }
  const silenced = suppressed ? silencedIn(file) : []
  return [
    ...file.report.findings.map((finding) => row(finding, wording(finding))),
    ...silenced.map((one) => row(one.finding, `${wording(one.finding)} (${silencing(one)})`)),
  ]
}

function linked(rule: string, run: RunReport): string {
  const page = pageOf(rule, run)?.replace(/[()|\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
  return page === undefined ? plain(rule) : `[${plain(rule)}](${page})`
}

/** Text in which Markdown sees no markup, no HTML, no cell border, no bare address, and GitHub and GitLab nobody to tell. */
const plain = (text: string): string =>
  visible(text)
    .replace(/[\\`*_{}[\]()#!|~$^=<>&]|^[-+]/g, (character) => HTML[character] ?? `\\${character}`)
    .replace(/@(?=\w)/g, '@<!-- -->')
    .replace(/:\/\//g, ':<!-- -->//')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}<!-- -->.`)

const HTML: Readonly<Record<string, string>> = table({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })
