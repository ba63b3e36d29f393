/** `npm run docs`: a page for each group of rules, and the page that tells how rules are found, named and written. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Rule } from '../core.ts'
import type { RunReport } from '../report/report.ts'
import { targetsOf } from '../report/rule-page.ts'
import { text } from '../report/text.ts'
import { everyRule } from './built.ts'
import { cfnLintPage } from './cfn-lint-page.ts'
import { type Fixture, fixturesOf } from './fixtures.ts'
import { ROOT } from './groups.ts'
import { lintFixture } from './lint-fixture.ts'
import { rulesGuide } from './rules-guide.ts'

/** Longer fixtures are linked, not shown; longer lines are cut. */
const MOST_LINES = 80
const MOST_COLUMNS = 400
/** What the terminal shows of a fixture with more findings would only be longer. */
const MOST_PRINTED = 2

/** Every generated page by its path from the root. */
export function pages(): Map<string, string> {
  const groups = new Map<string, Rule[]>()
  for (const rule of everyRule) {
    const [group] = rule.id.split('/') as [string]
    groups.set(group, [...(groups.get(group) ?? []), rule])
  }
  const pages = new Map([['rules/README.md', rulesGuide([...groups].map(([group, rules]) => ({ group, count: rules.length })))]])
  pages.set('rules/cfn-lint.md', cfnLintPage(everyRule))
  for (const [group, rules] of groups) pages.set(`rules/${group}/README.md`, groupPage(group, rules))
  return pages
}

const GENERATED = '<!-- Generated from the rules and their fixtures: npm run docs -->'

function groupPage(group: string, rules: readonly Rule[]): string {
  const list = rules.map((rule) => `- [${defectOf(rule)}](#${defectOf(rule)}): ${markdown(rule.title)} (${rule.severity})`)
  const head = [GENERATED, `# ${group}`, 'How rules are found, named and written is told [one level up](../README.md).', list.join('\n')]
  return `${[...head, ...rules.flatMap(ruleSection)].join('\n\n')}\n`
}

const defectOf = ({ id }: Rule): string => id.slice(id.indexOf('/') + 1)

function ruleSection(rule: Rule): string[] {
  const fixtures = fixturesOf(rule.id)
  const bad = fixtures.find(({ isBad }) => isBad)
  const good = fixtures.find(({ isBad }) => !isBad)
  const targets = targetsOf(rule).map((target) => (target.includes('::') ? `\`${target}\`` : target))
  return [
    `## ${defectOf(rule)}`,
    `**${markdown(rule.title)}.** (${rule.severity}; ${targets.join(', ')})`,
    `Why: ${markdown(rule.why)}`,
    `Fix: ${markdown(rule.fix)}`,
    ...(rule.fixes ? [`Mended by \`${rule.fixes === 'safe' ? '--fix' : '--fix-unsafe'}\` where it can be known what is meant.`] : []),
    ...(bad
      ? [
          'Found:',
          ...shown(bad),
          '<details><summary>What <code>awslint</code> prints</summary>',
          fenced('text', printed(bad)),
          '</details>',
        ]
      : []),
    ...(good ? ['Not found:', ...shown(good)] : []),
    ['Sources:', ...rule.sources.map(({ url, fact }) => `- [${markdown(fact)}](${url})`)].join('\n'),
    ...(rule.cfnLint?.length ? [`In cfn-lint: ${rule.cfnLint.join(', ')}`] : []),
    `[The rule](${defectOf(rule)}.ts), [all its fixtures](../../fixtures/${rule.id}/)`,
  ]
}

/** A fixture as a block of its language, or the link to a long one. */
function shown({ name, path, text }: Fixture): string[] {
  const lines = text.trimEnd().split('\n').length
  if (lines > MOST_LINES) return [`[${name}](../../${path}), ${lines} lines`]
  return [fenced(name.endsWith('.json') ? 'json' : 'yaml', visibleText(text))]
}

/** Without bytes that an editor or a browser would hide, and without what is too long to be read. */
function visibleText(text: string): string {
  const visible = text
    .replace(/\uFEFF/g, '\\uFEFF')
    .replace(/\0/g, '\\0')
    .replace(/\r/g, '')
  return visible
    .split('\n')
    .map((line) => (line.length > MOST_COLUMNS ? `${line.slice(0, MOST_COLUMNS)} …` : line))
    .join('\n')
}

function fenced(language: string, content: string): string {
  const ticks = Math.max(2, ...[...content.matchAll(/`{3,}/g)].map(([run]) => run.length))
  const fence = '`'.repeat(ticks + 1)
  return `${fence}${language}\n${content.replace(/\n+$/, '')}\n${fence}`
}

/** What a run on a bad fixture prints with only its own rule, without the summary at the end. */
function printed(fixture: Fixture): string {
  const report = lintFixture(fixture, 'own')
  const findings = report.findings.slice(0, MOST_PRINTED)
  const run: RunReport = {
    version: '',
    cwd: '/',
    root: '/',
    files: [{ path: fixture.path, report: { ...report, findings } }],
    skipped: 0,
    unreadable: [],
    failures: [],
    milliseconds: 0,
    exitCode: 1,
  }
  const blocks = text(run, { color: false, quiet: false }).trimEnd().split('\n\n').slice(0, -1)
  return [...blocks, ...(report.findings.length > findings.length ? ['  …'] : [])].join('\n\n')
}

/** Words as they are, not as markup; what stands in backticks stays code. */
function markdown(words: string): string {
  return words
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 ? part : part.replace(/[\\<*[\]]|\b_|_\b/g, (character) => `\\${character}`)))
    .join('')
}

function main(): void {
  for (const [path, page] of pages()) {
    writeFileSync(join(ROOT, path), page)
    console.log(`wrote ${path}`)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
