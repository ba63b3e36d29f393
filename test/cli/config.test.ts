/** Configuration files: where they are found, what they say, what goes before what. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import { describe, expect, test } from 'vitest'
import schema from '../../src/config/awslint.schema.json'
import { everyRule } from '../support/built.ts'
import { awslint, BAD, checked, folderWith, GOOD } from '../support/cli.ts'

const RULE = 'template/unknown-section'

/** A repository with these files. */
const repository = (files: Readonly<Record<string, string>>): string => folderWith({ '.git/HEAD': '', ...files })

/** Rule and severity of what is found, by path. */
function found(folder: string, args: readonly string[] = []) {
  const { code, files } = checked(folder, args)
  return {
    code,
    found: Object.fromEntries(files.map(({ path, findings }) => [path, findings.map((one) => `${one.severity} ${one.rule}`)])),
  }
}

/** What a run that never starts says. */
function refused(config: string, args: readonly string[] = [], more: Readonly<Record<string, string>> = {}): string[] {
  const { code, out, err } = awslint(repository({ '.awslint.yaml': config, 'a.yaml': BAD, ...more }), ['check', ...args])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  return err.trimEnd().split('\n')
}

describe('the place of a configuration', () => {
  test.each([
    ['.awslint.yaml', 'rules: { template/unknown-section: off }'],
    ['.awslint.yml', 'rules:\n  template/*: off\n'],
    ['.awslint.json', '{"rules": {"*": "off"}}'],
    ['package.json', '{"name": "x", "awslint": {"rules": {"template/unknown-section": "off"}}}'],
  ])('%s', (name, text) => {
    expect(found(repository({ [name]: text, 'infra/a.yaml': BAD }))).toEqual({ code: 0, found: { 'infra/a.yaml': [] } })
  })

  test('a package.json that says nothing of awslint is none', () => {
    expect(found(repository({ 'package.json': '{"awslint-cli": 1, broken', 'a.yaml': BAD })).code).toBe(1)
  })

  test('the nearest one counts, alone', () => {
    const folder = repository({
      '.awslint.yaml': 'rules: { template/*: off }',
      'a.yaml': BAD,
      'sub/.awslint.yaml': 'rules: { template/*: info }\nlevel: info',
      'sub/deep/b.yaml': BAD,
    })
    expect(found(folder)).toEqual({ code: 0, found: { 'a.yaml': [], 'sub/deep/b.yaml': [`info ${RULE}`] } })
    expect(found(join(folder, 'sub/deep')).found).toEqual({ 'b.yaml': [`info ${RULE}`] })
  })

  test('one above the repository, or above the working directory without one, is not looked for', () => {
    const folder = folderWith({ '.awslint.yaml': 'rules: { "*": off }', 'repo/.git/HEAD': '', 'repo/a.yaml': BAD, 'plain/a.yaml': BAD })
    expect(found(join(folder, 'repo')).code).toBe(1)
    expect(found(join(folder, 'plain')).code).toBe(1)
    expect(found(folder, ['plain']).code).toBe(0)
  })

  test('--config names one for all, --no-config none', () => {
    const folder = repository({ '.awslint.yaml': 'rules: { "*": off }', 'ci/own.yaml': 'rules: { template/*: warning }', 'a.yaml': BAD })
    expect(found(folder, ['--no-config']).found).toEqual({ 'a.yaml': [`error ${RULE}`] })
    expect(found(folder, ['--config', 'ci/own.yaml']).found['a.yaml']).toEqual([`warning ${RULE}`])
    const { code, err } = awslint(folder, ['check', '--config', 'nope.yaml'])
    expect({ code, err }).toEqual({
      code: 2,
      err: 'awslint: the configuration nope.yaml cannot be read: there is no such file or folder\n',
    })
  })

  test('standard input has the one of its name', () => {
    const folder = repository({ 'sub/.awslint.yaml': 'rules: { "*": off }' })
    const run = (...args: string[]) => awslint(folder, ['check', '-', ...args], { input: BAD }).code
    expect([run(), run('--stdin-filename', 'sub/a.yaml')]).toEqual([1, 0])
  })
})

describe('rules', () => {
  test('the narrower pattern decides, wherever it stands', () => {
    const folder = repository({ '.awslint.yaml': `rules:\n  ${RULE}: warning\n  template/*: off\n  "*": info\n`, 'a.yaml': BAD })
    expect(found(folder).found['a.yaml']).toEqual([`warning ${RULE}`])
  })
  test('a key without a value is not there', () => {
    expect(found(repository({ '.awslint.yaml': 'rules:\n  # none yet\nignore:\n', 'a.yaml': BAD })).code).toBe(1)
    expect(found(repository({ '.awslint.yaml': '', 'a.yaml': BAD })).code).toBe(1)
  })
  test('a severity that is chosen decides whether the run fails', () => {
    const folder = repository({ '.awslint.yaml': 'rules: { "*": warning }\nfail-on: warning', 'a.yaml': BAD })
    expect(found(folder).code).toBe(1)
    expect(found(folder, ['--fail-on', 'error']).code).toBe(0)
  })
})

describe('sets', () => {
  const effective = (config: string) => {
    const { out } = awslint(repository({ '.awslint.yaml': config }), ['check', '--print-config', 'a.yaml'])
    return JSON.parse(out) as { level: string; rules: Record<string, string> }
  }
  const expected = (choice: (rule: (typeof everyRule)[number]) => string) =>
    Object.fromEntries(everyRule.map((rule) => [rule.id, choice(rule)]))

  test('recommended: as rules are', () => {
    for (const config of ['', 'extends: recommended', 'extends: [strict, recommended]']) {
      expect(effective(config)).toMatchObject({ level: 'warning', rules: expected(({ severity }) => severity) })
    }
  })
  test('strict: advice is a warning', () => {
    expect(effective('extends: strict').rules).toEqual(expected(({ severity }) => (severity === 'info' ? 'warning' : severity)))
  })
  test('notes: what is drawn from the study notes', () => {
    expect(effective('extends: notes').rules).toEqual(expected(({ severity, notes }) => (notes?.length ? severity : 'off')))
  })
  test('all: advice is reported too', () => {
    expect(effective('extends: all')).toMatchObject({ level: 'info', rules: expected(({ severity }) => severity) })
    expect(effective('extends: all\nlevel: error').level).toBe('error')
  })
})

describe('extends', () => {
  test('other files, later ones over earlier ones, the own over all', () => {
    const folder = repository({
      '.awslint.yaml': `extends: [config/one.yaml, ./config/two.json]\nrules: { template/*: warning }`,
      'config/one.yaml': 'extends: all\nrules: { schema/*: off, template/*: off }',
      'config/two.json': '{"rules": {"schema/*": "info"}}',
      'a.yaml': BAD,
    })
    const { rules, from, level } = JSON.parse(awslint(folder, ['check', '--print-config', 'a.yaml']).out)
    expect([rules[RULE], rules['schema/unknown-property'], level]).toEqual(['warning', 'info', 'info'])
    expect(from).toEqual(['.awslint.yaml', 'config/one.yaml', 'config/two.json'])
  })
  test.each([
    ['extends: strct', '.awslint.yaml:1:10: There is no set "strct"; did you mean "strict"?'],
    ['extends: [./none.yaml]', '.awslint.yaml:1:11: "./none.yaml" cannot be read: there is no such file or folder.'],
    ['extends: .awslint.yaml', '.awslint.yaml:1:10: ".awslint.yaml" leads back to this file.'],
    ['extends: /etc/passwd', '.awslint.yaml:1:10: "/etc/passwd" is an absolute path; write one relative to this file.'],
    ['extends: ../../', '.awslint.yaml:1:10: "../../" lies outside of the repository; only what is in it can be named here.'],
    ['extends: loop.yaml', 'loop.yaml:1:10: ".awslint.yaml" leads back to this file.'],
    ['extends: sub', 'There is no set "sub"; there are recommended, strict, notes, all, and paths as "./sub".'],
    ['extends: ./sub', 'the configuration sub cannot be read: it is a folder'],
  ])('%s is refused', (config, message) => {
    expect(refused(config, [], { 'loop.yaml': 'extends: .awslint.yaml', 'sub/x': '' })[0]).toContain(message)
  })
  test('a link out of the repository is refused', () => {
    const folder = repository({ '.awslint.yaml': 'extends: ./link.yaml', 'a.yaml': BAD })
    symlinkSync('/etc/hostname', join(folder, 'link.yaml'))
    expect(awslint(folder, ['check']).err).toContain('lies outside of the repository')
  })
})

describe('files', () => {
  test('ignore: folders, patterns, exceptions; named files as well', () => {
    const folder = repository({
      '.awslint.yaml': 'ignore: [vendor/, "*.gen.yaml", "!keep.gen.yaml"]',
      'a.yaml': GOOD,
      'vendor/b.yaml': BAD,
      'c.gen.yaml': BAD,
      'keep.gen.yaml': GOOD,
    })
    expect(Object.keys(found(folder).found)).toEqual(['a.yaml', 'keep.gen.yaml'])
    const named = awslint(folder, ['check', 'vendor/b.yaml'])
    expect(named.code).toBe(0)
    expect(named.err).toBe('awslint: vendor/b.yaml is not checked: .awslint.yaml ignores it; --no-config checks it all the same\n')
    expect(awslint(folder, ['check', '--ignore-unknown', 'vendor/b.yaml'])).toMatchObject({ code: 0, err: '' })
    expect(found(folder, ['--no-config', 'vendor/b.yaml']).code).toBe(1)
  })
  test('kinds, and overrides over them', () => {
    const folder = repository({
      '.awslint.yaml': 'kinds: { "deploy/*": buildspec }\noverrides:\n  - files: deploy/b.yaml\n    kind: appspec\n',
      'deploy/a.yaml': 'pre-build: 1\n',
      'deploy/b.yaml': 'pre-build: 1\n',
    })
    const { files } = checked(folder, [])
    expect(files.map(({ path, kind }) => [path, kind])).toEqual([
      ['deploy/a.yaml', 'buildspec'],
      ['deploy/b.yaml', 'appspec'],
    ])
    expect(checked(folder, ['--kind', 'buildspec']).files.map(({ kind }) => kind)).toEqual(['buildspec', 'buildspec'])
  })
  test('overrides: rules, level and fail-on for some files', () => {
    const folder = repository({
      '.awslint.yaml': `rules: { template/*: warning }
overrides:
  - files: [legacy]
    rules: { ${RULE}: info }
    level: info
  - files: legacy/strict.yaml
    fail-on: info
`,
      'a.yaml': BAD,
      'legacy/b.yaml': BAD,
    })
    expect(found(folder)).toEqual({ code: 0, found: { 'a.yaml': [`warning ${RULE}`], 'legacy/b.yaml': [`info ${RULE}`] } })
    writeFileSync(join(folder, 'legacy/strict.yaml'), BAD)
    expect(found(folder).code).toBe(1)
  })
})

describe('what is deployed with', () => {
  const TEMPLATE = `${GOOD}Parameters:
  Stage:
    Type: String
    AllowedValues: [dev, prod]
  Other:
    Type: String
`
  const of = (config: string, args: readonly string[] = [], more = {}) =>
    found(repository({ '.awslint.yaml': config, 'a.yaml': TEMPLATE, ...more }), args).found['a.yaml']?.filter(
      (one) => one.includes('input') || one.includes('given'),
    )

  test('parameters are known values, not all that there are', () => {
    expect(of('parameters: { Stage: dev, Elsewhere: 1 }')).toEqual([])
  })
  test('the command line gives all of them', () => {
    expect(of('parameters: { Other: x }', ['--parameter', 'Stage=dev'])).toEqual([])
    expect(of('', ['--parameter', 'Stage=dev'])).toEqual(['error parameter/missing-input'])
  })
  test('regions, schemas and parameters of files, over which overrides go', () => {
    const folder = repository({
      'infra/.awslint.yaml':
        'regions: eu-west-1\nparameters: ../values.json\nschemas: [schemas]\noverrides: [{files: "*", regions: [eu-central-1]}]',
      'values.json': '{"Stage": "dev"}',
      'infra/schemas/x.json': '{"typeName": "My::Own::Type", "properties": {"Size": {"type": "integer"}}, "additionalProperties": false}',
      'infra/a.yaml': 'Resources:\n  A:\n    Type: My::Own::Type\n    Properties: {Sise: 1}\n',
    })
    expect(found(folder).found['infra/a.yaml']).toEqual(['error schema/unknown-property'])
    const printed = JSON.parse(awslint(folder, ['check', '--print-config', 'infra/a.yaml']).out)
    expect(printed).toMatchObject({
      file: 'infra/a.yaml',
      from: ['infra/.awslint.yaml'],
      ignored: false,
      regions: ['eu-central-1'],
      parameters: { Stage: 'dev' },
    })
  })
})

describe('rule packs', () => {
  const PACK = `module.exports = { rules: [{
  id: 'own/no-topics', title: 'No topics', severity: 'warning', on: ['AWS::SNS::Topic'], why: 'w', fix: 'f', sources: [{ url: 'https://example.com', fact: 'x' }],
  messages: { none: 'No topics here.' },
  check(resource, { report }) { report(resource.node, 'none') },
}] }
`
  const folder = repository({
    '.awslint.yaml': 'rulePacks: [./rules/own.cjs]\nrules: { own/no-topics: error }',
    'rules/own.cjs': PACK,
    'a.yaml': GOOD,
  })

  test('are not run because a file says so', () => {
    const { code, out, err } = awslint(folder, ['check'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(
      '.awslint.yaml:1:13: the rule pack rules/own.cjs is code, and is not run because a repository says so; give --trust-rule-packs',
    )
  })
  test.each([[['--trust-rule-packs']], [['--rule-pack', 'rules/own.cjs']]])('%j runs them', (args) => {
    expect(found(folder, args)).toEqual({ code: 1, found: { 'a.yaml': ['error own/no-topics'] } })
  })
  test('without a configuration', () => {
    expect(found(folder, ['--no-config', '--rule-pack', 'rules/own.cjs']).found).toEqual({ 'a.yaml': ['warning own/no-topics'] })
  })
  test('that fail are told as theirs, and the others go on', () => {
    const fails = `module.exports = { id: 'own/fails', severity: 'error', on: ['template'], messages: {}, check() { throw new Error('oh') } }`
    writeFileSync(join(folder, 'fails.cjs'), fails)
    const { code, out, err } = awslint(folder, [
      'check',
      'a.yaml',
      '--no-config',
      '--rule-pack',
      'fails.cjs',
      '--rule-pack',
      'rules/own.cjs',
    ])
    expect({ code, err }).toEqual({
      code: 2,
      err: 'awslint: the rule own/fails failed on a.yaml (Error: oh); this is a fault of its rule pack\n',
    })
    expect(out).toContain('own/no-topics')
  })
  test('send readers to what the rule names, not to our pages', () => {
    const pages = (url: string | undefined) => {
      const source = url === undefined ? '' : `sources: [{ url: ${JSON.stringify(url)}, fact: 'x' }],`
      writeFileSync(
        join(folder, 'pack.cjs'),
        `module.exports = { id: 'lambda/own', severity: 'error', on: ['template'], ${source} messages: { none: 'No.' }, check(template, { report }) { report(template.root, 'none') } }`,
      )
      const report = (format: string, env = {}): string =>
        awslint(folder, ['check', 'a.yaml', '--no-config', '--rule-pack', 'pack.cjs', '-f', format], { env }).out
      const { rules } = JSON.parse(report('sarif')).runs[0].tool.driver as { rules: { id: string; helpUri?: string }[] }
      expect(rules.find(({ id }) => id === 'template/unknown-section')?.helpUri).toContain('/rules/template/README.md#unknown-section')
      return {
        sarif: rules.find(({ id }) => id === 'lambda/own')?.helpUri,
        markdown: report('markdown').match(/ \[lambda\/own\]\((.*)\) \|\n/)?.[1],
        html: report('html').match(/<a href="([^"]*)" rel="noreferrer">lambda\/own<\/a>/)?.[1],
        text: report('text', { FORCE_HYPERLINK: '1' }).match(/\u001b\]8;;([^\u001b]*)\u001b\\lambda\/own\u001b/)?.[1],
      }
    }
    const same = (url: string) => ({ sarif: url, markdown: url, html: url, text: url })
    expect(pages('https://example.com/own#x')).toEqual(same('https://example.com/own#x'))
    const odd = 'https://example.com/%1B%E2%80%AE%22%3E%20'
    expect(pages('https://example.com/\u001b\u202e"> (|)')).toEqual({
      ...same(`${odd}(|)`),
      markdown: `${odd}%28%7c%29`,
    })
    for (const none of [undefined, 'javascript:alert(1)', 'x', 'https://']) expect(pages(none)).toEqual({})
  })
  test.each([
    ['module.exports = 1', 'exports no rules'],
    ['throw new Error("no")', 'cannot be loaded: no'],
    ['module.exports = { id: "Own", run() {} }', 'its id must be "group/defect"'],
    ['module.exports = { id: "template/unknown-section", severity: "error", on: ["*"], run() {} }', 'and there is one already'],
    ['module.exports = { id: "own/x", severity: "fatal", on: ["*"], run() {} }', 'its severity must be'],
    ['module.exports = { id: "own/x", severity: "error", run() {} }', '"on" must list'],
  ])('%s is refused', (text, message) => {
    mkdirSync(join(folder, 'packs'), { recursive: true })
    writeFileSync(join(folder, 'packs/x.cjs'), text)
    const { code, err } = awslint(folder, ['check', '--rule-pack', 'packs/x.cjs', '--no-config'])
    expect(code).toBe(2)
    expect(err).toContain(message)
    expect(err).not.toContain('fault of awslint')
  })
})

describe('what is wrong is told with its place', () => {
  test.each([
    ['rulez: {}', ':1:1: There is no setting "rulez"; did you mean "rules"?'],
    ['rules: { a: warn }', ':1:13: "a" is "warn"; it must be off, info, warning or error.'],
    ['rules: { a: true }', ':1:13: "a" is true or false; it must be a text.'],
    ['rules: { lamda/*: off }', ':1:10: There is no rule "lamda/*"; did you mean "lambda/*"?'],
    ['rules: { lambda: off }', ':1:10: There is no rule "lambda"; did you mean "lambda/*"?'],
    [
      'rules: { undefined-substitution: off }',
      'There is no rule "undefined-substitution"; did you mean "stepfunctions/undefined-substitution"?',
    ],
    ['rules: [a]', ':1:1: "rules" is a list; it must be a map.'],
    ['level: warnings', ':1:8: "level" is "warnings"; it must be error, warning or info; did you mean "warning"?'],
    ['ignore: { a: b }', ':1:1: "ignore" is a map; it must be a text or a list.'],
    ['ignore: [1]', ':1:10: An item of "ignore" is a number; it must be a text.'],
    ['ignore: ""', ':1:9: "ignore" is empty; write something or remove it.'],
    ['overrides: [{ rules: {} }]', 'An item of "overrides" has no "files"; add it.'],
    ['overrides: [{ files: a, ignore: b }]', 'There is no setting "ignore" in an item of "overrides"; it takes files, rules'],
    ['kinds: { a: sma }', 'it must be cloudformation, sam, appspec or buildspec; did you mean "sam"?'],
    ['- a', ':1:3: The configuration is a list; it must be a map.'],
    ['level: error\nlevel: info', 'The key "level" stands twice; keep one of them.'],
    ['a: [', 'cannot be read as YAML or JSON'],
    ['level: error\n---\nlevel: info', 'It holds several documents; keep one of them.'],
    ['a: *none', 'cannot be read as YAML or JSON'],
    ['"\\e[31m": 1', 'There is no setting "\\u{1B}[31m"'],
    [`ignore:\n${'  - a\n'.repeat(25_000)}`, 'It holds too many values for a configuration.'],
    [`# ${'x'.repeat(300_000)}`, 'It has more than 256 kB; no configuration has.'],
    ['a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nignore: &c [*b,*b,*b,*b,*b,*b,*b,*b]', 'There is no setting "a"'],
    ['\0', 'cannot be read as YAML or JSON'],
  ])('%#: %.60s', (config, message) => {
    const lines = refused(config)
    expect(lines.join('\n')).toContain(message)
    for (const line of lines) expect(line).toMatch(/^awslint: \.awslint\.yaml:\d+:\d+: /)
  })
  test('in a package.json at its place there', () => {
    const folder = repository({ 'package.json': '{\n  "awslint": { "levle": "info" }\n}', 'a.yaml': GOOD })
    expect(awslint(folder, ['check']).err).toBe('awslint: package.json:2:16: There is no setting "levle"; did you mean "level"?\n')
  })
  test('every problem at once', () => {
    expect(refused('levle: info\nrules: { a: 1 }')).toHaveLength(2)
  })
})

describe('the schema for editors', () => {
  const validate = new Ajv({ strict: false, allowUnionTypes: true }).compile(schema)
  test.each([
    [{ extends: ['strict', './b.yaml'], rules: { 'iam/*': 'off' }, 'fail-on': 'never', kinds: { '*.yml': 'sam' } }, true],
    [{ overrides: [{ files: 'a', parameters: { A: 1 }, regions: ['eu-west-1'], schemas: 'x' }], rulePacks: ['./a.cjs'] }, true],
    [{ rules: { a: 'warn' } }, false],
    [{ overrides: [{ rules: {} }] }, false],
    [{ nope: 1 }, false],
  ])('%j', (config, isValid) => {
    expect(validate(config)).toBe(isValid)
    const folder = repository({
      '.awslint.json': JSON.stringify(config),
      'a.yaml': GOOD,
      'b.yaml': '',
      'a.cjs': 'exports.a = {id: "x/y", severity: "info", on: ["*"], run() {}}',
    })
    writeFileSync(join(folder, 'x'), '{"typeName": "A::B::C", "properties": {}}')
    const { err } = awslint(folder, ['check', '--trust-rule-packs', '--print-config', 'a'])
    expect(/There is no setting|it must be|has no/.test(err)).toBe(!isValid)
  })
})
