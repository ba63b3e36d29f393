import type { DocumentReport, Finding, Rule } from '../core.ts'
import { visible } from './escape.ts'
import {
  countFindings,
  type FileReport,
  inShort,
  placeOf,
  type Reporter,
  type RunReport,
  type SilencedFinding,
  silencedIn,
  silencing,
  wording,
} from './report.ts'
import { pageOf } from './rule-page.ts'
import { escapeMarkup } from './xml.ts'

/** How many lines are shown before and after a finding. */
const CONTEXT = 3
/** Of a finding over many lines, how many are shown. */
const MOST_LINES = 12
/** Of a longer line, this much before and after where the finding starts. */
const LEAD = 100
const TAIL = 300

/**
 * One page that holds everything: findings with the lines around them, and filters. It loads nothing, and its policy lets nothing run
 * but the script below, which is found by its digest.
 */
export const html: Reporter = (run, { suppressed }) => {
  const rules = new Map(run.files.flatMap(({ report }) => report.rules.map((rule) => [rule.id, rule] as const)))
  const files = run.files.map((file): Shown => ({ ...file, silenced: suppressed ? silencedIn(file) : [] })).filter(hasFindings)
  const policy = `default-src 'none'; style-src '${STYLE_DIGEST}'; script-src '${SCRIPT_DIGEST}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>awslint: ${escapeMarkup(inShort(run))}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>awslint</h1>
<p>${escapeMarkup(inShort(run))} · version ${escapeMarkup(run.version)}</p>
${filters(run, files)}
</header>
<main>
${troubles(run)}${files.map((file) => section(file, run, rules)).join('\n')}
${files.length === 0 ? '<p>Nothing was found.</p>' : '<p id="none" hidden>Nothing that was found passes these filters.</p>'}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`
}

/** A file with what is shown of it. */
interface Shown extends FileReport {
  readonly silenced: readonly SilencedFinding[]
}

const findingsOf = ({ report, silenced }: Shown): Finding[] => [...report.findings, ...silenced.map(({ finding }) => finding)]
const hasFindings = (file: Shown): boolean => findingsOf(file).length > 0

function filters(run: RunReport, files: readonly Shown[]): string {
  const counts = countFindings(run)
  const severities = [
    ['error', counts.errors],
    ['warning', counts.warnings],
    ['info', counts.infos],
    ['silenced', files.reduce((sum, { silenced }) => sum + silenced.length, 0)],
  ] as const
  const boxes = severities
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `<label><input type="checkbox" name="severity" value="${name}" checked> ${name} (${count})</label>`)
  const byRule = new Map<string, number>()
  for (const { rule } of files.flatMap(findingsOf)) byRule.set(rule, (byRule.get(rule) ?? 0) + 1)
  const byFile = files.map((file): [string, number] => [visible(file.path), findingsOf(file).length])
  return `<form id="filters" hidden>
${boxes.join('\n')}
${select(
  'rule',
  'Rule',
  [...byRule].sort(([a], [b]) => (a < b ? -1 : 1)),
)}
${select('file', 'File', byFile)}
<output id="shown"></output>
</form>`
}

function select(name: string, title: string, counts: readonly (readonly [string, number])[]): string {
  const options = counts.map(([value, count]) => `<option value="${escapeMarkup(value)}">${escapeMarkup(value)} (${count})</option>`)
  return `<label>${title} <select name="${name}"><option value="">all (${counts.length})</option>${options.join('')}</select></label>`
}

function troubles(run: RunReport): string {
  const lines = [
    ...run.unreadable.map(({ path, message }) => `${path} cannot be read: ${message}`),
    ...run.failures.map(({ path, rule, message }) => `The rule ${rule} failed on ${path}: ${message}`),
  ]
  return lines.map((line) => `<p class="trouble">${escapeMarkup(line)}</p>\n`).join('')
}

function section(file: Shown, run: RunReport, rules: ReadonlyMap<string, Rule>): string {
  const name = escapeMarkup(file.path)
  const silenced = new Map(file.silenced.map((one) => [one.finding, silencing(one)]))
  const articles = findingsOf(file).map((finding) =>
    article(finding, file, pageOf(finding.rule, run), rules.get(finding.rule), silenced.get(finding)),
  )
  return `<section data-file="${name}">\n<h2>${name}</h2>\n${articles.join('\n')}\n</section>`
}

function article(
  finding: Finding,
  { path, report }: Shown,
  page: string | undefined,
  rule: Rule | undefined,
  silenced: string | undefined,
): string {
  const { severity } = finding
  const { line, column } = placeOf(finding, report).start
  const related = (finding.related ?? []).map((other) => {
    const { start } = placeOf(other, report)
    return `<li>${start.line}:${start.column} ${escapeMarkup(other.message)}</li>`
  })
  const explained = rule
    ? `\n<details><summary>Why, and what to do</summary><p>${escapeMarkup(rule.why)}</p><p>${escapeMarkup(rule.fix)}</p></details>`
    : ''
  const id = escapeMarkup(finding.rule)
  const how = silenced === undefined ? '' : ` <em>(${escapeMarkup(silenced)})</em>`
  return `<article class="${severity}" data-severity="${silenced === undefined ? severity : 'silenced'}" data-rule="${id}" data-file="${escapeMarkup(path)}">
<p><span class="place">${line}:${column}</span> <strong>${severity}</strong> ${escapeMarkup(wording(finding))}${how}
${page === undefined ? id : `<a href="${escapeMarkup(page)}" rel="noreferrer">${id}</a>`}</p>
<pre>${excerpt(finding, report)}</pre>${related.length ? `\n<ul>${related.join('')}</ul>` : ''}${explained}
</article>`
}

/** The lines around a finding, with what it points at marked. */
function excerpt(finding: Finding, report: DocumentReport): string {
  const { lines } = report.source
  const { start, end } = placeOf(finding, report)
  const last = Math.min(end.line, start.line + MOST_LINES - 1)
  const rows: string[] = []
  for (let line = Math.max(1, start.line - CONTEXT); line <= Math.min(last + CONTEXT, lines.count); line++) {
    const text = lines.line(line)
    const isMarked = line >= start.line && line <= last
    const from = isMarked ? (line === start.line ? start.column - 1 : 0) : text.length
    const to = isMarked ? Math.min(line === end.line ? end.column - 1 : text.length, text.length) : text.length
    const left = isMarked ? Math.max(0, from - LEAD) : 0
    const right = Math.min(text.length, (isMarked ? from : 0) + TAIL)
    const part = (a: number, b: number): string => escapeMarkup(text.slice(Math.max(a, left), Math.max(left, Math.min(b, right))))
    const marked = part(from, to)
    const words = `${left > 0 ? '…' : ''}${part(0, from)}${marked && `<mark>${marked}</mark>`}${part(to, text.length)}${right < text.length ? '…' : ''}`
    rows.push(`<i>${String(line).padStart(5)}</i> ${words}`)
  }
  return rows.join('\n')
}

const STYLE = `
:root{color-scheme:light dark;--line:#8884;--error:#c62828;--warning:#a86200;--info:#1565c0}
@media(prefers-color-scheme:dark){:root{--error:#ff8a80;--warning:#ffb74d;--info:#82b1ff}}
body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem}
header{background:Canvas;border-bottom:1px solid var(--line);position:sticky;top:0}
h1{font-size:1.4rem;margin:0}h2{font-size:1.1rem;overflow-wrap:anywhere}header p{margin:.2rem 0}
form{display:flex;flex-wrap:wrap;gap:.3rem 1rem;padding:.4rem 0}form[hidden]{display:none}select{max-width:22rem}
article{border-left:.25rem solid var(--line);margin:1rem 0;padding-left:.8rem}article p{margin:.2rem 0;overflow-wrap:anywhere}
.error{border-color:var(--error)}.warning{border-color:var(--warning)}.info{border-color:var(--info)}
.error strong,.trouble{color:var(--error)}.warning strong{color:var(--warning)}.info strong{color:var(--info)}
pre{background:#8881;margin:.3rem 0;overflow-x:auto;padding:.4rem}pre i{font-style:normal;opacity:.6;user-select:none}
mark{background:#ffd54f;color:#000}.place{font-variant-numeric:tabular-nums;opacity:.7}
`

const SCRIPT = `
const form = document.getElementById('filters')
const articles = [...document.querySelectorAll('article')]
function show() {
  const severities = [...form.querySelectorAll('input')].filter((box) => box.checked).map((box) => box.value)
  const [rule, file] = [...form.querySelectorAll('select')].map((select) => select.value)
  let shown = 0
  for (const article of articles) {
    const { dataset } = article
    article.hidden = !severities.includes(dataset.severity) || (rule && rule !== dataset.rule) || (file && file !== dataset.file)
    if (!article.hidden) shown++
  }
  for (const section of document.querySelectorAll('section'))
    section.hidden = [...section.querySelectorAll('article')].every((article) => article.hidden)
  document.getElementById('shown').textContent = shown + ' of ' + articles.length + ' shown'
  document.getElementById('none').hidden = shown > 0
}
if (articles.length) {
  form.hidden = false
  form.addEventListener('change', show)
  form.addEventListener('submit', (event) => event.preventDefault())
  show()
}
`

/** SHA-256 of the two texts above, as policies write it; a test says what they have to be. */
const STYLE_DIGEST = 'sha256-v45Gt/1dXH8a9n5io63MjOA3ceB3wD3pRyXcIvlK2i8='
const SCRIPT_DIGEST = 'sha256-F4ZOkprDzJdM+tLYvZoz+oDYPTSrNkv7Yed3Qs7B9nw='
