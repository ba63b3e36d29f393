/**
 * `npm run bench -- [folder] [--json file]`: how fast awslint starts, how fast it lints, how that grows, and what it weighs. Medians
 * of many runs; where programs are compared, their runs take turns. Nothing here passes or fails: the machine decides too much.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { type Candidate, discover, mayBeOurs, readText } from '../node/files.ts'
import { core, rules, schemas } from './built.ts'
import { ROOT } from './groups.ts'

interface Row {
  readonly what: string
  readonly value: number | null
  readonly unit: string
  /** What it is compared with or aimed at, or why there is no value. */
  readonly note: string
}

const BIN = join(ROOT, 'bin/awslint.js')
const START_RUNS = 25
const OTHER_RUNS = 3
const LINT_RUNS = 15
/** Templates that are given to the other validator as well, which takes minutes for all. */
const PEER_DOCUMENTS = 150
/** How many documents the repositories have in which threads are tried. */
const REPOSITORIES: readonly number[] = [10, 50, 200, 500, 2000]
/** A single run of another linter is given up after this. */
const PATIENCE = 120_000

const rows: Row[] = []
const add = (what: string, value: number | null, unit: string, note = ''): void => {
  rows.push({ what, value: value === null ? null : Number(value.toPrecision(4)), unit, note })
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

function timed(run: () => void): number {
  const began = performance.now()
  run()
  return performance.now() - began
}

/** The time of a whole process; undefined when it cannot be started or does not end. */
function processTime(command: string, args: readonly string[], cwd?: string): number | undefined {
  let failed = false
  const time = timed(() => {
    failed = spawnSync(command, args, { cwd, stdio: 'ignore', timeout: PATIENCE }).error !== undefined
  })
  return failed ? undefined : time
}

const lint = (text: string, name: string): void => {
  core.lint(text, name, { rules, schemas, level: 'warning' })
}

/** The time of linting one text, warm. */
function lintTime(text: string): number {
  lint(text, 'template.yaml')
  return median(Array.from({ length: LINT_RUNS }, () => timed(() => lint(text, 'template.yaml'))))
}

/** Resources of six kinds in turn, four of them with functions in them. */
function mixedTemplate(resources: number): string {
  const kinds: ((i: number) => string)[] = [
    (i) => `  Queue${i}:\n    Type: AWS::SQS::Queue\n    Properties:\n      VisibilityTimeout: 180\n      KmsMasterKeyId: alias/aws/sqs\n`,
    (i) =>
      `  Table${i}:\n    Type: AWS::DynamoDB::Table\n    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n    Properties:\n      BillingMode: PAY_PER_REQUEST\n      AttributeDefinitions:\n        - AttributeName: id\n          AttributeType: S\n      KeySchema:\n        - AttributeName: id\n          KeyType: HASH\n`,
    (i) =>
      `  Role${i}:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Allow\n            Principal:\n              Service: lambda.amazonaws.com\n            Action: sts:AssumeRole\n`,
    (i) =>
      `  Function${i}:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: nodejs22.x\n      Handler: index.handler\n      Role: !GetAtt Role${i - 1}.Arn\n      Timeout: !If [IsProd, 30, 10]\n      Code:\n        ZipFile: exports.handler = async () => {}\n      Environment:\n        Variables:\n          STAGE: !Ref Stage\n          TABLE: !Ref Table${i - 2}\n`,
    (i) =>
      `  Logs${i}:\n    Type: AWS::Logs::LogGroup\n    Properties:\n      LogGroupName: !Sub /aws/lambda/\${Function${i - 1}}\n      RetentionInDays: 30\n`,
    (i) => `  Topic${i}:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub orders-\${Stage}-${i}\n`,
  ]
  const head = `AWSTemplateFormatVersion: '2010-09-09'\nParameters:\n  Stage:\n    Type: String\n    Default: dev\n    AllowedValues: [dev, prod]\nConditions:\n  IsProd: !Equals [!Ref Stage, prod]\nResources:\n`
  return head + Array.from({ length: resources }, (_, i) => (kinds[i % kinds.length] as (i: number) => string)(i)).join('')
}

/** k conditions that have nothing to do with each other, each deciding one item of a list. */
function conditionTemplate(k: number, list: 'tags' | 'statements'): string {
  const all = Array.from({ length: k }, (_, i) => i)
  const item = (i: number): string =>
    list === 'tags'
      ? `        - !If [C${i}, { Key: k${i}, Value: v }, !Ref AWS::NoValue]`
      : `          - !If [C${i}, { Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::bucket${i}/*' }, !Ref AWS::NoValue]`
  const resource =
    list === 'tags'
      ? '  Queue:\n    Type: AWS::SQS::Queue\n    Properties:\n      Tags:'
      : "  Policy:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: '2012-10-17'\n        Statement:"
  return [
    'Parameters:',
    ...all.map((i) => `  P${i}: { Type: String, Default: 'no', AllowedValues: ['yes', 'no'] }`),
    'Conditions:',
    ...all.map((i) => `  C${i}: !Equals [!Ref P${i}, 'yes']`),
    'Resources:',
    resource,
    ...all.map(item),
    '',
  ].join('\n')
}

function measureStart(folder: string): void {
  const text = mixedTemplate(11)
  const file = join(folder, 'template.yaml')
  writeFileSync(file, text)
  const lines = text.split('\n').length - 1
  const runs: Record<'node' | 'awslint', number[]> = { node: [], awslint: [] }
  for (let i = -2; i < START_RUNS; i++) {
    const node = processTime(process.execPath, ['-e', '0'])
    const awslint = processTime(process.execPath, [BIN, 'check', file])
    if (i < 0 || node === undefined || awslint === undefined) continue // two rounds to fill the caches
    runs.node.push(node)
    runs.awslint.push(awslint)
  }
  const [node, awslint] = [median(runs.node), median(runs.awslint)]
  add('node -e 0', node, 'ms')
  add(`awslint check, ${lines} lines`, awslint, 'ms')
  add('awslint : node -e 0', median(runs.awslint.map((time, i) => time / (runs.node[i] as number))), 'x', 'aim: at most 1.5')

  add('peak memory', peakOf(BIN, ['check', file]), 'MiB', 'aim: at most 75')
  const version = spawnSync('cfn-lint', ['--version'], { encoding: 'utf8' })
  if (version.error || version.status !== 0) add('cfn-lint, same file', null, 'ms', 'cfn-lint is not on the PATH')
  else compare('cfn-lint', 'cfn-lint', [file], awslint, version.stdout.trim())
  if (!peer) {
    add('cloudformation-validate, same file', null, 'ms', 'the package is not installed')
    return
  }
  const script = join(folder, 'validate.cjs')
  writeFileSync(
    script,
    `const { CelEngine, TemplateFile } = require(${JSON.stringify(peer)})\nnew CelEngine().validateTemplate(new TemplateFile(process.argv[2]))\n`,
  )
  compare('cloudformation-validate', process.execPath, [script, file], awslint, 'CEL engine')
  add('cloudformation-validate, peak memory', peakOf(script, [file]), 'MiB')
}

/** Another linter on the same file. */
function compare(name: string, command: string, args: readonly string[], awslint: number, note: string): void {
  const times = Array.from({ length: OTHER_RUNS + 1 }, () => processTime(command, args)).slice(1)
  const other = median(times.filter((time) => time !== undefined))
  add(`${name}, same file`, other, 'ms', note)
  add(`${name} : awslint`, other / awslint, 'x')
}

/** The most memory that a script of Node had, in MiB: it says so itself at its end. */
function peakOf(script: string, args: readonly string[], cwd?: string): number {
  const preload = "process.on('exit', () => require('node:fs').writeSync(2, '\\n' + process.resourceUsage().maxRSS))"
  const run = spawnSync(process.execPath, ['-e', `${preload}; require(${JSON.stringify(script)})`, script, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return Number(run.stderr.trim().split('\n').pop()) / 1024
}

interface Peer {
  CelEngine: new () => { validateTemplate(template: unknown): unknown }
  TemplateContent: new (text: string, name: string) => unknown
}

/** Where AWS's own validator lies: a dependency of aws-cdk-lib. */
const peer = ((): string | undefined => {
  try {
    return createRequire(createRequire(join(ROOT, 'index.cjs')).resolve('aws-cdk-lib/package.json')).resolve('@aws/cloudformation-validate')
  } catch {
    return undefined
  }
})()

function measureFolder(folder: string): void {
  const documents = discover([folder], process.cwd()).candidates.flatMap((file) => {
    const { text } = readText(file.absolute)
    return mayBeOurs(file.path, text) && core.kindOf(core.parseSource(text, file.path)) !== null ? [{ text, name: file.path }] : []
  })
  const one = ({ text, name }: { text: string; name: string }): number => {
    lint(text, name)
    return Math.min(...Array.from({ length: 3 }, () => timed(() => lint(text, name))))
  }
  const began = performance.now()
  const times = documents.map((document) => ({ name: document.name, time: one(document) })).sort((a, b) => b.time - a.time)
  const warm = (performance.now() - began) / 4
  const bytes = documents.reduce((sum, { text }) => sum + text.length, 0)
  add(`documents in ${folder}`, documents.length, '', `${(bytes / 1024 / 1024).toFixed(1)} MB`)
  add('in one process, warm', documents.length / (warm / 1000), 'documents/s')
  add('the median document', median(times.map(({ time }) => time)), 'ms')
  for (const { name, time } of times.slice(0, 3)) add('among the slowest', time, 'ms', name)
  if (peer) {
    const { CelEngine, TemplateContent } = createRequire(join(ROOT, 'index.cjs'))(peer) as Peer
    const engine = new CelEngine()
    const templates = documents.filter(({ text, name }) => /^(cloudformation|sam)$/.test(core.kindOf(core.parseSource(text, name)) ?? ''))
    const pairs = templates.slice(0, PEER_DOCUMENTS).flatMap(({ text, name }) => {
      const validate = (): unknown => engine.validateTemplate(new TemplateContent(text, name))
      try {
        validate()
        return [{ other: timed(validate), own: timed(() => lint(text, name)) }]
      } catch {
        return [] // it gives up on some
      }
    })
    const [own, other] = [median(pairs.map((pair) => pair.own)), median(pairs.map((pair) => pair.other))]
    add('the median template, warm', own, 'ms', `the first ${pairs.length} templates`)
    add('cloudformation-validate, the same', other, 'ms', 'CEL engine')
    add('awslint : cloudformation-validate', own / other, 'x', 'aim: below 0.5')
  }
  const whole = timed(() => spawnSync(process.execPath, [BIN, 'check', '--format', 'json', folder], { stdio: 'ignore' }))
  add('whole process', documents.length / (whole / 1000), 'documents/s')
  add('whole process, peak memory', peakOf(BIN, ['check', '--format', 'json', folder]), 'MiB')
}

/** How the time grows with the size: about 1 where it is linear. */
function measureGrowth(what: string, sizes: readonly number[], text: (size: number) => string): void {
  let before: { size: number; time: number } | undefined
  for (const size of sizes) {
    const time = lintTime(text(size))
    const exponent = before && Math.log(time / before.time) / Math.log(size / before.size)
    add(`${size} ${what}`, time, 'ms', exponent === undefined ? '' : `grows with the power ${exponent.toFixed(2)}`)
    before = { size, time }
  }
}

/** A function with so many environment variables. */
const environmentTemplate = (count: number): string =>
  `Resources:\n  Worker:\n    Type: AWS::Lambda::Function\n    Properties:\n      Environment:\n        Variables:\n${Array.from({ length: count }, (_, i) => `          VARIABLE_${i}: !Sub "\${AWS::Region}-${i}"\n`).join('')}`

/** An API whose OpenAPI body has so many kB. */
function bodyTemplate(kilobytes: number): string {
  const path = (i: number): string =>
    `        /orders${i}:\n          get:\n            responses:\n              "200": { description: what there is }\n            x-amazon-apigateway-integration: { type: mock }\n`
  const head =
    'Resources:\n  Api:\n    Type: AWS::ApiGateway::RestApi\n    Properties:\n      Body:\n        swagger: "2.0"\n        paths:\n'
  const one = path(1000).length
  return (
    head +
    Array.from({ length: Math.ceil((kilobytes * 1024) / one) }, (_, i) => `${path(1000 + i)}`)
      .join('')
      .replace(/^/gm, '  ')
  )
}

/** Repositories of so many documents, made of fixtures, in one thread and in as many as there are processors. */
function measureThreads(folder: string): void {
  const fixtures = discover([join(ROOT, 'fixtures')], ROOT).candidates
  const threads = String(availableParallelism())
  const args = (concurrency: string): string[] => ['check', '--format', 'json', '--concurrency', concurrency, '.']
  let paysFrom: number | null = null
  for (const size of REPOSITORIES) {
    const repository = join(folder, `of-${size}`)
    mkdirSync(join(repository, '.git'), { recursive: true })
    for (let i = 0; i < size; i++) {
      // A prime number as step, so that all groups are among them.
      const { absolute } = fixtures[(i * 7919) % fixtures.length] as Candidate
      const below = join(repository, `stack${i % 40}`)
      mkdirSync(below, { recursive: true })
      copyFileSync(absolute, join(below, `${i}-${basename(absolute)}`))
    }
    const runs = { off: [] as number[], [threads]: [] as number[], auto: [] as number[] }
    for (let i = 0; i < OTHER_RUNS; i++) {
      for (const [concurrency, times] of Object.entries(runs)) {
        const time = processTime(process.execPath, [BIN, ...args(concurrency)], repository)
        if (time !== undefined) times.push(time)
      }
    }
    const [one, several, auto] = [runs.off, runs[threads], runs.auto].map((times) => median(times ?? [])) as [number, number, number]
    add(`${size} documents, one thread`, one, 'ms')
    add(`${size} documents, ${threads} threads`, several, 'ms', `${(several / one).toFixed(2)} of it`)
    add(`${size} documents, as by itself`, auto, 'ms', `${(auto / one).toFixed(2)} of it`)
    if (several >= one) paysFrom = null
    else paysFrom ??= size
  }
  add(`${threads} threads are faster from`, paysFrom, 'documents', paysFrom === null ? 'they are not' : 'and in all larger repositories')
  const largest = join(folder, `of-${REPOSITORIES.at(-1)}`)
  for (const concurrency of ['off', threads])
    add(`${REPOSITORIES.at(-1)} documents, peak memory, ${concurrency}`, peakOf(BIN, args(concurrency), largest), 'MiB')
}

function measurePackage(): void {
  const [packed] = JSON.parse(
    spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8' }).stdout,
  ) as {
    size: number
    unpackedSize: number
    entryCount: number
  }[]
  if (!packed) return
  add(
    'the package',
    packed.size / 1024 / 1024,
    'MiB',
    `${packed.entryCount} files, ${(packed.unpackedSize / 1024 / 1024).toFixed(1)} MiB unpacked`,
  )
}

function main(args: readonly string[]): void {
  const json = args.includes('--json') ? args[args.indexOf('--json') + 1] : undefined
  const folder = args.find((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--json')
  const temporary = mkdtempSync(join(tmpdir(), 'awslint-bench-'))
  try {
    measureStart(temporary)
    for (const list of ['tags', 'statements'] as const)
      measureGrowth(`conditions, ${list}`, [8, 16, 30, 60], (k) => conditionTemplate(k, list))
    measureGrowth('resources', [10, 100, 500], mixedTemplate)
    measureGrowth('environment variables', [10, 100, 1000], environmentTemplate)
    measureGrowth('kB of OpenAPI', [64, 256, 1024], bodyTemplate)
    measureThreads(temporary)
    measurePackage()
    if (folder) measureFolder(folder)
  } finally {
    rmSync(temporary, { recursive: true })
  }
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  const machine = `awslint ${version}, ${rules.manifest.length} rules, Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`
  console.log(`${machine}\n`)
  const width = Math.max(...rows.map(({ what }) => what.length))
  for (const { what, value, unit, note } of rows)
    console.log(`${what.padEnd(width)}  ${(value === null ? '-' : String(value)).padStart(8)} ${unit.padEnd(11)}  ${note}`.trimEnd())
  if (json) writeFileSync(resolve(json), `${JSON.stringify({ machine, rows }, null, 2)}\n`)
}

main(process.argv.slice(2))
