import type { Fix, Lines, Rule, Severity, Span } from '../core.ts'
import { printableJson, visible } from './escape.ts'
import { fingerprints, fromRoot } from './identity.ts'
import { type FileReport, type Reporter, type ReportOptions, type RunReport, silencedIn, wording } from './report.ts'
import { appliesTo, pageOf } from './rule-page.ts'

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' }
/** GitHub's names of the severities. */
const PROBLEM_SEVERITIES: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'recommendation' }

/**
 * SARIF 2.1.0 as GitHub's code scanning takes it: one run, paths from the root of the repository, columns in UTF-16 code
 * units, fingerprints that survive lines being added above.
 */
export const sarif: Reporter = (run, options) => {
  const rules = rulesOf(run)
  const index = new Map(rules.map((rule, i) => [rule.id, i]))
  return printableJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'awslint',
            version: run.version,
            semanticVersion: run.version,
            informationUri: 'https://github.com/awslint/awslint',
            rules: rules.map((rule) => descriptor(rule, pageOf(rule.id, run))),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            executionSuccessful: run.exitCode !== 2,
            exitCode: run.exitCode,
            toolExecutionNotifications: notifications(run, index),
          },
        ],
        results: run.files.flatMap((file) => results(file, run, index, options)),
      },
    ],
  })
}

/** Every rule that ran, each once, in the order of their ids. */
function rulesOf(run: RunReport): Rule[] {
  const rules = new Map(run.files.flatMap(({ report }) => report.rules.map((rule) => [rule.id, rule] as const)))
  return [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function descriptor(rule: Rule, page: string | undefined) {
  const { id, title, severity, why, fix, sources } = rule
  const pascal = id.replace(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase())
  return {
    id,
    name: pascal,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: {
      text: [why, `Fix: ${fix}`, ['Sources:', ...sources.map(({ url, fact }) => `- ${fact} ${url}`)].join('\n')].join('\n\n'),
      markdown: [
        markdown(why),
        `**Fix:** ${markdown(fix)}`,
        `**Applies to:** ${markdown(appliesTo(rule))}`,
        ['**Sources:**', '', ...sources.map(({ url, fact }) => `- ${markdown(fact)} <${url}>`)].join('\n'),
      ].join('\n\n'),
    },
    ...(page === undefined ? {} : { helpUri: page }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: [...new Set([id.slice(0, id.indexOf('/')), ...rule.on.filter((on) => on !== '*' && on !== 'source')])],
      precision: 'very-high',
      'problem.severity': PROBLEM_SEVERITIES[severity],
    },
  }
}

/** Plain text in which Markdown sees no markup; code in backquotes stays code. */
const markdown = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 ? part : part.replace(/[\\*_<[\]]/g, '\\$&')))
    .join('')

function results(file: FileReport, run: RunReport, index: ReadonlyMap<string, number>, options: ReportOptions) {
  const { report, path } = file
  const { lines } = report.source
  const artifactLocation = artifact(path, run)
  const fingerprint = fingerprints(artifactLocation.uri)
  const place = ({ span, path }: { span: Span; path: string }) => ({
    physicalLocation: { artifactLocation, region: region(span, lines) },
    // The document as a whole has no path.
    ...(path ? { logicalLocations: [{ fullyQualifiedName: path }] } : {}),
  })
  const silenced = options.suppressed ? silencedIn(file) : []
  const suppressionOf = new Map(
    silenced.map(({ finding, by, reason }) => [
      finding,
      { kind: by === 'document' ? 'inSource' : 'external', ...(reason ? { justification: reason } : {}) },
    ]),
  )
  return [...report.findings, ...silenced.map(({ finding }) => finding)].map((finding) => {
    const suppression = suppressionOf.get(finding)
    const ruleIndex = index.get(finding.rule)
    return {
      ruleId: finding.rule,
      ...(ruleIndex === undefined ? {} : { ruleIndex }),
      level: LEVELS[finding.severity],
      message: message(wording(finding)),
      locations: [place(finding)],
      ...(finding.related?.length
        ? { relatedLocations: finding.related.map((other, id) => ({ id: id + 1, message: message(other.message), ...place(other) })) }
        : {}),
      partialFingerprints: { 'awslint/v1': fingerprint(finding) },
      ...(finding.fix ? { fixes: [fixed(finding.fix, lines, artifactLocation)] } : {}),
      ...(suppression ? { suppressions: [suppression] } : {}),
      ...(finding.when ? { properties: { when: finding.when } } : {}),
    }
  })
}

/** Text that a reader of SARIF shows as it is: what looks like an embedded link or a placeholder is escaped (sections 3.11.5 and 3.11.6). */
const message = (text: string): { text: string } => ({
  text: visible(text)
    .replace(/(\\*)\[(?=[^\]]*\]\()/g, (_, slashes: string) => `${slashes}${slashes}\\[`)
    .replace(/\{(\d+)\}/g, '{{$1}}'),
})

/** A fix of a viewer is applied with a click by somebody who sees it: unsafe ones say so. */
function fixed({ title, isSafe, edits }: Fix, lines: Lines, artifactLocation: ReturnType<typeof artifact>) {
  return {
    description: message(isSafe ? `${title}.` : `${title} (look at what comes out).`),
    artifactChanges: [
      {
        artifactLocation,
        replacements: edits.map(({ span, text }) => ({
          deletedRegion: region(span, lines),
          ...(text === '' ? {} : { insertedContent: { text } }),
        })),
      },
    ],
  }
}

function region(span: Span, lines: Lines) {
  const start = lines.position(span.start)
  const end = lines.position(Math.max(span.start, span.end))
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}

/** A path from the working directory as a URI: from the root of the repository, or absolute for a file outside of it. */
function artifact(path: string, run: Pick<RunReport, 'cwd' | 'root'>): { uri: string; uriBaseId?: string } {
  const { inside, steps } = fromRoot(path, run)
  return inside ? { uri: encode(steps), uriBaseId: '%SRCROOT%' } : { uri: `file:///${encode(steps)}` }
}

const encode = (steps: readonly string[]): string =>
  // A lone surrogate is no text that a URI could hold.
  steps.map((step) => encodeURIComponent(step.replace(/\p{Cs}/gu, '\uFFFD'))).join('/')

function notifications(run: RunReport, index: ReadonlyMap<string, number>) {
  const locations = (path: string) => [{ physicalLocation: { artifactLocation: artifact(path, run) } }]
  return [
    ...run.unreadable.map(({ path, message: reason }) => ({
      level: 'error',
      message: message(`${path} cannot be read: ${reason}.`),
      locations: locations(path),
    })),
    ...run.failures.map(({ path, rule, message: reason }) => {
      const ruleIndex = index.get(rule)
      return {
        level: 'error',
        message: message(`The rule ${rule} failed on ${path}: ${reason}`),
        locations: locations(path),
        associatedRule: { id: rule, ...(ruleIndex === undefined ? {} : { index: ruleIndex }) },
      }
    }),
  ]
}
