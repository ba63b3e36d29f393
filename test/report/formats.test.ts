/** The reports for editors and CI systems, each as its reader documents it, and whatever stands in a document. */
import { createHash } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/core.ts'
import { checkstyle } from '../../src/report/checkstyle.ts'
import { compact } from '../../src/report/compact.ts'
import { github } from '../../src/report/github.ts'
import { gitlab } from '../../src/report/gitlab.ts'
import { html } from '../../src/report/html.ts'
import { junit } from '../../src/report/junit.ts'
import { markdown, markdownUpTo } from '../../src/report/markdown.ts'
import { type FileReport, FORMATS, type Format, type Reporter, type RunReport, SHOW_SUPPRESSED } from '../../src/report/report.ts'
import { REPORTERS } from '../../src/report/reports.ts'
import { text } from '../../src/report/text.ts'
import { ruleOf } from '../support/built.ts'
import { type Element, elements, readMarkup } from '../support/markup.ts'
import { documentOf, findingAt, HOSTILE, isShownAsIs, PLAIN, runOf } from '../support/run-report.ts'

const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

const TEXT = 'A:\n  B: "é😀"\n  C: [\n    1]\n'
const RULE = ruleOf('template/unknown-section')
if (!RULE) throw new Error('there is no such rule')
const NAME = 'stacks/a b.yaml'
/** Two findings of one rule, one of another over two lines, and a file without any. */
const RUN = runOf([
  documentOf(
    TEXT,
    [
      findingAt(TEXT, 'A', { path: 'A' }),
      findingAt(TEXT, '"é😀"', { message: 'B is "odd" & old.', when: 'IsProd is true' }),
      findingAt(TEXT, '[\n    1]', { rule: 'lambda/x', severity: 'warning', message: 'C is a list.' }),
    ],
    NAME,
    [RULE],
  ),
  documentOf('A: 1\n', [], 'good.yaml'),
])
const BROKEN: Partial<RunReport> = {
  exitCode: 2,
  unreadable: [{ path: 'gone.yaml', message: 'no such file' }],
  failures: [{ path: NAME, rule: 'x/y', message: 'Error: oops' }],
}

/** A run in which everything that comes from outside is this text. */
const hostileRun = (hostile: string): RunReport => {
  const text = `A: ${hostile}\n`
  const related = [{ message: hostile, span: { start: 0, end: 1 }, path: hostile }]
  const fix = { title: hostile, isSafe: true, changes: [], edits: [{ span: { start: 0, end: 1 }, text: hostile }] }
  const finding = findingAt(text, hostile, { message: hostile, path: hostile, when: hostile, related, fix })
  const report = documentOf(text, [finding], `${hostile}.yaml`, [])
  const run = runOf([{ ...report, suppressed: [{ finding: { ...finding }, by: { reason: hostile } }] }], {
    unreadable: [{ path: hostile, message: hostile }],
    failures: [{ path: hostile, rule: 'x/y', message: hostile }],
  })
  return { ...run, files: run.files.map((file) => ({ ...file, baselined: [{ ...finding }] })) }
}

test('there is a report for every format but the one for terminals', () => {
  expect(['text', ...Object.keys(REPORTERS)]).toEqual(FORMATS)
})

test.each(HOSTILE)('%j is safe to print in every format', (hostile) => {
  for (const [format, report] of [...Object.entries(REPORTERS), ['text', text] as const])
    for (const suppressed of [false, true]) {
      const written = report(hostileRun(hostile), { ...PLAIN, suppressed })
      expect(written.replace(/\n/g, ''), format).not.toMatch(UNSAFE)
      expect(written, format).not.toMatch(format === 'github' ? /##\w*\[/ : /##\w*\[|^\s*::/m)
    }
})

describe('what is silenced', () => {
  const file = RUN.files[0] as FileReport
  const [first, second, third] = file.report.findings as [Finding, Finding, Finding]
  const silenced = runOf([{ ...file.report, findings: [first], suppressed: [{ finding: second, by: { reason: 'for <a while>' } }] }])
  const run = { ...silenced, files: silenced.files.map((one) => ({ ...one, baselined: [third] })) }
  const suppressed = { ...PLAIN, suppressed: true }
  const reporters = Object.entries({ ...REPORTERS, text }) as [Format, Reporter][]

  test.each(reporters)('is told in %s where that has a notion of it, when asked for', (format, report) => {
    expect(report(run, PLAIN)).not.toContain('C is a list.')
    expect(report(run, suppressed).includes('C is a list.')).toBe(SHOW_SUPPRESSED.includes(format))
    expect(report(run, suppressed).includes('while')).toBe(SHOW_SUPPRESSED.includes(format))
  })
  test('is skipped in JUnit', () => {
    const root = readMarkup(junit(run, suppressed), 'xml')
    expect(elements(root, 'testcase').map(({ attributes, children }) => [attributes['name'], children[0]?.name])).toEqual([
      ['template/unknown-section', 'failure'],
      ['template/unknown-section (silenced)', 'skipped'],
      ['lambda/x (silenced)', 'skipped'],
    ])
    expect(elements(root, 'skipped').map(({ attributes }) => attributes['message'])).toEqual([
      'B is "odd" & old. (when IsProd is true) (suppressed: for <a while>)',
      'C is a list. (in the baseline)',
    ])
    expect(elements(root, 'testsuite')[0]?.attributes).toMatchObject({ tests: '3', failures: '1', skipped: '2' })
  })
  test('is marked in Markdown and HTML', () => {
    expect(markdown(run, suppressed)).toContain('| 3:6 | warning | C is a list. \\(in the baseline\\) | [lambda/x](')
    const articles = elements(readMarkup(html(run, suppressed), 'html'), 'article')
    expect(articles.map(({ attributes }) => attributes['data-severity'])).toEqual(['error', 'silenced', 'silenced'])
    expect(articles.flatMap((one) => elements(one, 'em').map(({ text }) => text))).toEqual([
      '(suppressed: for <a while>)',
      '(in the baseline)',
    ])
    expect(html(run, suppressed)).toContain('value="silenced" checked> silenced (2)</label>')
  })
})

test('nothing found', () => {
  const run = runOf([documentOf('A: 1\n', [], 'good.yaml')])
  expect([compact(run, PLAIN), github(run, PLAIN), gitlab(run, PLAIN)]).toEqual(['', '', '[]\n'])
  expect(markdown(run, PLAIN)).toBe('## awslint: no findings in 1 file\n')
  expect(html(run, PLAIN)).toContain('<p>Nothing was found.</p>')
  for (const [format, report] of Object.entries(REPORTERS)) expect(() => report(runOf([]), PLAIN), format).not.toThrow()
})

describe('compact', () => {
  test('a line for each finding', () => {
    expect(compact(RUN, PLAIN)).toBe(
      [
        'stacks/a b.yaml:1:1: error: It is wrong. [template/unknown-section]\n',
        'stacks/a b.yaml:2:6: error: B is "odd" & old. (when IsProd is true) [template/unknown-section]\n',
        'stacks/a b.yaml:3:6: warning: C is a list. [lambda/x]\n',
      ].join(''),
    )
  })
  test.each(HOSTILE)('%j stays in its line', (hostile) => {
    expect(compact(hostileRun(hostile), PLAIN)).toMatch(/^.*:1:4: error: .* \[template\/unknown-section\]\n$/)
  })
})

describe('github', () => {
  /** A command as the runner takes it apart (ActionCommand.TryParseV2). */
  const COMMAND = /^::(error|warning|notice) ([^\n:]*)::([^\n]*)$/
  const decode = (text: string): string =>
    text.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  const read = (report: string) =>
    report
      .split('\n')
      .slice(0, -1)
      .map((line) => {
        const [, command, properties = '', message = ''] = COMMAND.exec(line) ?? expect.fail(`no command: ${line}`)
        const pairs = properties.split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), decode(pair.slice(pair.indexOf('=') + 1))])
        return { command, ...Object.fromEntries(pairs), message: decode(message) }
      })

  test('commands with the places of annotations; columns in one line only', () => {
    expect(read(github(RUN, PLAIN))).toEqual([
      expect.objectContaining({ command: 'error', file: 'infra/stacks/a b.yaml', line: '1', endLine: '1', col: '1', endColumn: '2' }),
      {
        command: 'error',
        file: 'infra/stacks/a b.yaml',
        line: '2',
        endLine: '2',
        col: '6',
        endColumn: '11',
        title: 'awslint: template/unknown-section',
        message: 'B is "odd" & old. (when IsProd is true)',
      },
      {
        command: 'warning',
        file: 'infra/stacks/a b.yaml',
        line: '3',
        endLine: '4',
        title: 'awslint: lambda/x',
        message: 'C is a list.',
      },
    ])
  })
  test('advice is a notice; what cannot be checked is an error', () => {
    const text = 'A: 1\n'
    const run = runOf([documentOf(text, [findingAt(text, 'A', { severity: 'info' })])], BROKEN)
    expect(read(github(run, PLAIN)).map(({ command, message }) => [command, message])).toEqual([
      ['notice', 'It is wrong.'],
      ['error', 'The file cannot be read: no such file'],
      ['error', 'The rule x/y failed: Error: oops'],
    ])
  })
  test.each(HOSTILE)('%j is one command, and comes back', (hostile) => {
    const [finding, ...others] = read(github(hostileRun(hostile), PLAIN))
    expect(finding).toMatchObject({ command: 'error', line: '1', title: 'awslint: template/unknown-section' })
    expect(others).toHaveLength(2)
    if (isShownAsIs(hostile)) expect(finding?.message).toBe(`${hostile} (when ${hostile})`)
  })
})

describe('gitlab', () => {
  interface Issue {
    fingerprint: string
    location: { path: string; lines: { begin: number; end: number } }
  }
  const issues = (run: RunReport): Issue[] => JSON.parse(gitlab(run, PLAIN))
  test('the keys of a Code Quality report', () => {
    expect(issues(RUN)[1]).toEqual({
      description: 'B is "odd" & old. (when IsProd is true)',
      check_name: 'template/unknown-section',
      fingerprint: expect.stringMatching(/^[0-9a-f]{28}:1$/),
      severity: 'major',
      location: { path: 'infra/stacks/a b.yaml', lines: { begin: 2, end: 2 } },
    })
    expect(issues(RUN)[2]).toMatchObject({ severity: 'minor', location: { lines: { begin: 3, end: 4 } } })
  })
  test('fingerprints differ within a report and stay when lines are added', () => {
    const of = (text: string): string[] =>
      issues(
        runOf([documentOf(text, [findingAt(text, 'A'), findingAt(text, 'B')]), documentOf(text, [findingAt(text, 'A')], 'b.yaml')]),
      ).map(({ fingerprint }) => fingerprint)
    expect(new Set(of('A: B\n')).size).toBe(3)
    expect(of('\n\nA: B\n')).toEqual(of('A: B\n'))
  })
  test('paths are those of the repository', () => {
    const paths = ['a.yaml', './x/../a.yaml', '../a.yaml', '/home/me/repo/b.yaml', '/etc/a.yaml'].map(
      (path) => issues(runOf([documentOf('A: 1\n', [findingAt('A: 1\n', 'A')], path)]))[0]?.location.path,
    )
    expect(paths).toEqual(['infra/a.yaml', 'infra/a.yaml', 'a.yaml', 'b.yaml', '/etc/a.yaml'])
  })
})

describe('checkstyle', () => {
  test('files with their errors', () => {
    const root = readMarkup(
      checkstyle(
        runOf(
          RUN.files.map(({ report }) => report),
          BROKEN,
        ),
        PLAIN,
      ),
      'xml',
    )
    expect(root.name).toBe('checkstyle')
    expect(root.children.map(({ name, attributes, children }) => [name, attributes['name'], children.length])).toEqual([
      ['file', NAME, 4],
      ['file', 'good.yaml', 0],
      ['file', 'gone.yaml', 1],
    ])
    expect(elements(root, 'error').map(({ attributes }) => attributes)[1]).toEqual({
      line: '2',
      column: '6',
      severity: 'error',
      message: 'B is "odd" & old. (when IsProd is true)',
      source: 'awslint.template/unknown-section',
    })
    for (const { attributes } of elements(root, 'error')) expect(attributes['severity']).toMatch(/^(error|warning|info)$/)
  })
  test.each(HOSTILE)('is well-formed for %j', (hostile) => {
    const root = readMarkup(checkstyle(hostileRun(hostile), PLAIN), 'xml')
    expect(elements(root, 'error')).toHaveLength(2)
    expect(new Set(elements(root, 'file').flatMap(({ children }) => children.map(({ name }) => name)))).toEqual(new Set(['error']))
    if (isShownAsIs(hostile) && !hostile.includes('\uFFFE'))
      expect(elements(root, 'error')[0]?.attributes['message']).toBe(`${hostile} (when ${hostile})`)
  })
})

describe('junit', () => {
  /** What the schema of Jenkins' xunit plugin allows, with the file and line that GitLab reads; the first ones are required. */
  const SCHEMA = new Map<string, { required: string[]; optional: string[]; children: string[] }>([
    ['testsuites', { required: [], optional: ['name', 'time', 'tests', 'failures', 'errors'], children: ['testsuite'] }],
    ['testsuite', { required: ['name', 'tests'], optional: ['failures', 'errors', 'skipped', 'time'], children: ['testcase'] }],
    ['testcase', { required: ['name'], optional: ['classname', 'time', 'file', 'line'], children: ['failure', 'error', 'skipped'] }],
    ['failure', { required: [], optional: ['type', 'message'], children: [] }],
    ['error', { required: [], optional: ['type', 'message'], children: [] }],
    ['skipped', { required: [], optional: ['type', 'message'], children: [] }],
  ])
  const validate = (element: Element): void => {
    const schema = SCHEMA.get(element.name)
    if (!schema) expect.fail(`<${element.name}> is no element of JUnit`)
    const names = Object.keys(element.attributes)
    expect(names).toEqual(expect.arrayContaining(schema.required))
    expect([...schema.required, ...schema.optional]).toEqual(expect.arrayContaining(names))
    if (schema.children.length > 0) expect(element.text.trim()).toBe('')
    for (const child of element.children) {
      expect(schema.children).toContain(child.name)
      validate(child)
    }
  }
  const read = (run: RunReport): Element => {
    const root = readMarkup(junit(run, { ...PLAIN, suppressed: true }), 'xml')
    validate(root)
    for (const element of [root, ...elements(root, 'testsuite')]) {
      const count = (name: string): string => String(elements(element, name).length)
      expect(element.attributes).toMatchObject({ tests: count('testcase'), failures: count('failure'), errors: count('error') })
    }
    return root
  }

  test('a suite for each file, a case for each rule', () => {
    const root = read(RUN)
    expect(root.attributes).toMatchObject({ name: 'awslint', time: '0.012' })
    expect(
      elements(root, 'testcase').map(({ attributes, children }) => [attributes['classname'], attributes['name'], children.length]),
    ).toEqual([
      [NAME, 'template/unknown-section', 1],
      [NAME, 'lambda/x', 1],
      ['good.yaml', 'no findings', 0],
    ])
    expect(elements(root, 'failure')[0]).toMatchObject({
      attributes: { message: 'It is wrong. (and 1 more)', type: 'error' },
      text: `${NAME}:1:1: error: It is wrong.\n${NAME}:2:6: error: B is "odd" & old. (when IsProd is true)`,
    })
  })
  test('what could not be checked is an error', () => {
    const root = read(
      runOf(
        RUN.files.map(({ report }) => report),
        BROKEN,
      ),
    )
    expect(elements(root, 'error').map(({ attributes }) => attributes['message'])).toEqual([
      'The rule failed: Error: oops',
      'The file cannot be read: no such file',
    ])
  })
  test.each(HOSTILE)('is valid for %j', (hostile) => {
    expect(elements(read(hostileRun(hostile)), 'failure')).toHaveLength(1)
  })
})

describe('markdown', () => {
  test('a table for each file with findings', () => {
    const lines = markdown(RUN, PLAIN).split('\n')
    expect(lines.slice(0, 8)).toEqual([
      '## awslint: 2 errors, 1 warning in 2 files',
      '',
      '### stacks/a b.yaml',
      '',
      '| Place | Severity | Finding | Rule |',
      '| ---: | --- | --- | --- |',
      '| 1:1 | error | It is wrong. | [template/unknown-section](https://github.com/awslint/awslint/blob/main/rules/template/README.md#unknown-section) |',
      '| 2:6 | error | B is "odd" &amp; old. \\(when IsProd is true\\) | [template/unknown-section](https://github.com/awslint/awslint/blob/main/rules/template/README.md#unknown-section) |',
    ])
  })
  test('what does not fit is counted', () => {
    const full = markdown(RUN, PLAIN)
    expect(markdownUpTo(RUN, full.length)).toBe(full)
    const cut = markdownUpTo(RUN, full.length - 1)
    expect(cut).toMatch(/B is "odd".*\n\n… and 1 more finding\.\n$/)
    expect(markdownUpTo(RUN, 10)).toBe('## awslint: 2 errors, 1 warning in 2 files\n\n… and 3 more findings.\n')
  })
  test.each(HOSTILE)('%j is text in four cells', (hostile) => {
    const report = markdown(hostileRun(hostile), PLAIN)
    const row = report.split('\n').find((line) => line.startsWith('| 1:4')) as string
    const bare = row
      .replace(/\\[!-/:-@[-`{-~]/g, '')
      .replace(/\[\S+\]\(https:\S+\) \|$/, ' |')
      .replaceAll('<!-- -->', '')
    expect(bare.split('|')).toHaveLength(6)
    expect(bare).not.toMatch(/[`*_[\]<>#]|&(?!(lt|gt|amp);)/)
    expect(report.replace(/\]\(https:\S+\)/g, '')).not.toMatch(/https?:\/\/|www\.|@\w/)
  })
})

describe('html', () => {
  const read = (run: RunReport): Element => readMarkup(html(run, PLAIN), 'html')
  const textOf = (element: Element): string => element.text + element.children.map(textOf).join('')

  test('loads nothing, and runs only what its policy names', () => {
    const root = read(RUN)
    const digest = (name: string): string => {
      const [only, ...others] = elements(root, name)
      expect(others).toEqual([])
      return `'sha256-${createHash('sha256')
        .update(only?.text ?? '')
        .digest('base64')}'`
    }
    const policy = elements(root, 'meta').find(({ attributes }) => attributes['http-equiv'])?.attributes
    expect(policy).toEqual({
      'http-equiv': 'Content-Security-Policy',
      content: `default-src 'none'; style-src ${digest('style')}; script-src ${digest('script')}; base-uri 'none'; form-action 'none'`,
    })
    for (const element of [root, ...elements(root, 'a')]) expect(Object.keys(element.attributes).join()).not.toMatch(/src|^on|style/)
    expect(elements(root, 'link')).toEqual([])
    expect(textOf(elements(root, 'style')[0] as Element)).not.toMatch(/url\(|@import/)
  })

  test('each finding with the lines around it, and what its rule says', () => {
    const articles = elements(read(RUN), 'article')
    expect(articles.map(({ attributes }) => attributes['data-rule'])).toEqual([
      'template/unknown-section',
      'template/unknown-section',
      'lambda/x',
    ])
    expect(articles.map((article) => elements(article, 'mark').map(textOf))).toEqual([['A'], ['"é😀"'], ['[', '    1]']])
    expect(html(RUN, PLAIN)).toContain('<i>    2</i>   B: <mark>&#34;é😀&#34;</mark>')
    expect(textOf(articles[0] as Element)).toContain(RULE.why)
    expect(elements(articles[2] as Element, 'details')).toEqual([])
  })

  test('a line of megabytes is cut', () => {
    const text = `A: ${'x'.repeat(2_000_000)}!${'y'.repeat(2_000_000)}\n`
    const page = html(runOf([documentOf(text, [findingAt(text, '!')])]), PLAIN)
    expect(page.length).toBeLessThan(10_000)
    expect(page).toMatch(/<\/i> …x{100}<mark>!<\/mark>y{299}…/)
  })

  test.each(HOSTILE)('is whole for %j', (hostile) => {
    const root = read(hostileRun(hostile))
    expect(elements(root, 'script')).toHaveLength(1)
    expect(elements(root, 'article')).toHaveLength(1)
    expect(elements(root, 'img')).toEqual([])
  })

  test('the filters', () => {
    const root = read(RUN)
    const camel = (name: string): string => name.replace(/^data-/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    interface Stub {
      hidden: boolean
      checked: boolean
      value: string
      textContent: string
      dataset: Record<string, string>
      querySelectorAll: (name: string) => Stub[]
      addEventListener: (type: string, listener: () => void) => void
    }
    const stubs = new Map<Element, Stub>()
    const listeners = new Map<string, () => void>()
    const stub = (element: Element): Stub => {
      const known = stubs.get(element)
      if (known) return known
      const made: Stub = {
        hidden: 'hidden' in element.attributes,
        checked: 'checked' in element.attributes,
        value: element.attributes['value'] ?? '',
        textContent: '',
        dataset: Object.fromEntries(Object.entries(element.attributes).map(([name, value]) => [camel(name), value])),
        querySelectorAll: (name) => elements(element, name).map(stub),
        addEventListener: (type, listener) => listeners.set(type, listener),
      }
      stubs.set(element, made)
      return made
    }
    const byId = (id: string): Stub =>
      stub(['form', 'output', 'p'].flatMap((name) => elements(root, name)).find(({ attributes }) => attributes['id'] === id) as Element)
    runInNewContext(elements(root, 'script')[0]?.text ?? '', { document: { ...stub(root), getElementById: byId } })
    const shown = (): [number[], string] => [
      elements(root, 'article').flatMap((article, i) => (stub(article).hidden ? [] : i)),
      byId('shown').textContent,
    ]
    const change = (): void => listeners.get('change')?.()

    expect(byId('filters').hidden).toBe(false)
    expect(shown()).toEqual([[0, 1, 2], '3 of 3 shown'])
    const [errors, warnings] = byId('filters').querySelectorAll('input') as [Stub, Stub]
    errors.checked = false
    change()
    expect(shown()).toEqual([[2], '1 of 3 shown'])
    warnings.checked = false
    change()
    expect([shown(), byId('none').hidden, stub(elements(root, 'section')[0] as Element).hidden]).toEqual([
      [[], '0 of 3 shown'],
      false,
      true,
    ])
    errors.checked = true
    warnings.checked = true
    const [rule, file] = byId('filters').querySelectorAll('select') as [Stub, Stub]
    rule.value = 'lambda/x'
    change()
    expect(shown()).toEqual([[2], '1 of 3 shown'])
    rule.value = ''
    file.value = 'other.yaml'
    change()
    expect(shown()).toEqual([[], '0 of 3 shown'])
    file.value = NAME
    change()
    expect(shown()).toEqual([[0, 1, 2], '3 of 3 shown'])
  })
})
