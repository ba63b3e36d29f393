/**
 * `npm run bench -- [folder] [--json file]`: how fast awslint starts, how fast it lints, and how that grows. Medians of many runs;
 * where two programs are compared, their runs take turns. Nothing here passes or fails: the machine decides too much.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { discover, mayBeOurs, readText } from '../node/files.ts'
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
function processTime(command: string, args: readonly string[]): number | undefined {
  let failed = false
  const time = timed(() => {
    failed = spawnSync(command, args, { stdio: 'ignore', timeout: PATIENCE }).error !== undefined
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
export function mixedTemplate(resources: number): string {
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
export function conditionTemplate(k: number, list: 'tags' | 'statements'): string {
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

  const version = spawnSync('cfn-lint', ['--version'], { encoding: 'utf8' })
  if (version.error || version.status !== 0) {
    add('cfn-lint, same file', null, 'ms', 'cfn-lint is not on the PATH')
    return
  }
  const times = Array.from({ length: OTHER_RUNS + 1 }, () => processTime('cfn-lint', [file])).slice(1)
  const other = median(times.filter((time) => time !== undefined))
  add('cfn-lint, same file', other, 'ms', version.stdout.trim())
  add('cfn-lint : awslint', other / awslint, 'x')
}

function measureFolder(folder: string): void {
  const documents = discover([folder], process.cwd()).candidates.flatMap((file) => {
    const { text } = readText(file.absolute)
    return mayBeOurs(file.path, text) && core.kindOf(core.parseSource(text, file.path)) !== null ? [{ text, name: file.path }] : []
  })
  const pass = (): void => {
    for (const { text, name } of documents) lint(text, name)
  }
  pass()
  const warm = median(Array.from({ length: 3 }, () => timed(pass)))
  const bytes = documents.reduce((sum, { text }) => sum + text.length, 0)
  add(`documents in ${folder}`, documents.length, '', `${(bytes / 1024 / 1024).toFixed(1)} MB`)
  add('in one process, warm', documents.length / (warm / 1000), 'documents/s')

  // The child says at its end how much memory it had at most.
  const script = `process.on('exit', () => require('node:fs').writeSync(2, '\\n' + process.resourceUsage().maxRSS)); require(${JSON.stringify(BIN)})`
  const usage: number[] = []
  const whole = Array.from({ length: 3 }, () =>
    timed(() => {
      const run = spawnSync(process.execPath, ['-e', script, BIN, 'check', '--format', 'json', folder], {
        encoding: 'utf8',
        maxBuffer: 2 ** 30,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      usage.push(Number(run.stderr.trim().split('\n').pop()))
    }),
  )
  add('whole process', documents.length / (median(whole) / 1000), 'documents/s')
  add('whole process, peak memory', median(usage) / 1024, 'MB')
}

function measureConditions(): void {
  for (const list of ['tags', 'statements'] as const) {
    for (const k of [8, 16, 30, 60]) add(`${k} conditions, ${list}`, lintTime(conditionTemplate(k, list)), 'ms')
  }
}

function measureGrowth(): void {
  for (const count of [10, 100, 500]) {
    const time = lintTime(mixedTemplate(count))
    add(`${count} resources`, time, 'ms', `${((time / count) * 1000).toFixed(0)} µs each`)
  }
}

function main(args: readonly string[]): void {
  const json = args.includes('--json') ? args[args.indexOf('--json') + 1] : undefined
  const folder = args.find((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--json')
  const temporary = mkdtempSync(join(tmpdir(), 'awslint-bench-'))
  try {
    measureStart(temporary)
    measureConditions()
    measureGrowth()
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
