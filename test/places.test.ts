/** Where awslint runs for others: the action for GitHub with its shell run for real, and the image as far as it can be read. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import pkg from '../package.json'
import { ROOT } from '../src/dev/groups.ts'
import { BAD, BIN, folderWith, GOOD } from './support/cli.ts'

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8')

interface Step {
  id?: string
  if?: string
  shell?: string
  uses?: string
  env?: Record<string, string>
  run?: string
  with?: Record<string, string>
}
interface Action {
  inputs: Record<string, { description: string; default: string }>
  runs: { using: string; steps: Step[] }
}

describe('action.yml', () => {
  const action = load(read('action.yml')) as Action
  const [lint, upload] = action.runs.steps as [Step, Step]

  test('is composite, and its version is this one', () => {
    expect(action.runs.using).toBe('composite')
    expect(String(action.inputs['version']?.default)).toBe(pkg.version)
    for (const [name, { description }] of Object.entries(action.inputs)) expect(description, name).toMatch(/\w/)
  })
  test('no expression stands in its shell', () => {
    for (const { run } of action.runs.steps) expect(run ?? '').not.toContain('${{')
    const used = Object.values(lint.env ?? {}).map((value) => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1])
    expect([...used, 'upload-sarif'].sort()).toEqual(Object.keys(action.inputs).sort())
  })
  test('uploads when it is told to, whether something was found or not', () => {
    expect(upload.if).toBe("${{ always() && inputs.upload-sarif == 'true' && steps.lint.outputs.sarif != '' }}")
    expect(upload.with?.['sarif_file']).toBe('${{ steps.lint.outputs.sarif }}')
  })

  /** Runs the shell as the runner does, with an npm that installs this build. */
  function run(inputs: Record<string, string>, more: { npm?: string } = {}) {
    const npm =
      more.npm ??
      `#!/bin/sh\nprintf '%s\\0' "$PWD" "$@" >"$RECORD"\nmkdir -p node_modules/.bin\nprintf '#!/bin/sh\\nprintf "%%s\\\\0" "$@" >"$RECORD.args"\\nexec "${process.execPath}" "${BIN}" "$@"\\n' >node_modules/.bin/awslint\nchmod +x node_modules/.bin/awslint\n`
    const folder = folderWith({
      'tools/npm': npm,
      'repo/a b.yaml': BAD,
      'repo/-odd.yaml': GOOD,
      'repo/.git/HEAD': '',
      'temp/x': '',
      output: '',
      'run.sh': lint.run ?? '',
    })
    chmodSync(join(folder, 'tools/npm'), 0o755)
    const values = Object.fromEntries(
      Object.entries(lint.env ?? {}).map(([name, value]) => {
        const input = /inputs\.([\w-]+)/.exec(value)?.[1] as string
        return [name, inputs[input] ?? String(action.inputs[input]?.default)]
      }),
    )
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', join(folder, 'run.sh')], {
      cwd: join(folder, 'repo'),
      encoding: 'utf8',
      env: {
        PATH: `${join(folder, 'tools')}:${process.env['PATH']}`,
        RUNNER_TEMP: join(folder, 'temp'),
        GITHUB_OUTPUT: join(folder, 'output'),
        RECORD: join(folder, 'record'),
        ...values,
      },
    })
    const recorded = (name: string): string[] =>
      existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').split('\0').slice(0, -1) : []
    return {
      folder,
      code: status,
      out: stdout,
      err: stderr,
      npm: recorded('record'),
      args: recorded('record.args'),
      output: readFileSync(join(folder, 'output'), 'utf8'),
    }
  }

  test('lints the repository, and says where the SARIF is although something was found', () => {
    const { folder, code, out, npm, args, output } = run({})
    expect(code).toBe(1)
    expect(out).toMatch(/^::error file=a b\.yaml,line=1,/)
    const sarif = join(folder, 'temp/awslint/awslint.sarif')
    expect(output).toBe(`sarif=${sarif}\n`)
    expect(JSON.parse(readFileSync(sarif, 'utf8')).runs[0].results).toHaveLength(1)
    expect(args).toEqual(['check', '--format=github', `--format=sarif:${sarif}`, '--'])
    expect([npm[0], npm.at(-1)]).toEqual([join(folder, 'temp/awslint'), `awslint-cli@${pkg.version}`])
  })
  test('takes paths by line, with blanks and dashes', () => {
    const { code, args, out } = run({ paths: '-odd.yaml\n\na b.yaml\n', 'fail-on': 'never', level: 'error', format: 'compact' })
    expect(code).toBe(0)
    expect(args.slice(3)).toEqual(['--fail-on=never', '--level=error', '--', '-odd.yaml', 'a b.yaml'])
    expect(out).toMatch(/^a b\.yaml:1:1: error: /)
  })
  test.each([
    '$(touch "$RUNNER_TEMP/hacked")',
    '`touch "$RUNNER_TEMP/hacked"`',
    '"; touch "$RUNNER_TEMP/hacked"; "',
    "'; touch hacked; '",
    '--output=hacked',
    '*.nope',
  ])('runs nothing of %j', (hostile) => {
    for (const input of ['paths', 'fail-on', 'level', 'format', 'version']) {
      const { folder, code, args } = run({ [input]: hostile })
      expect(code, input).toBe(2)
      expect(existsSync(join(folder, 'temp/hacked')) || existsSync(join(folder, 'repo/hacked')), input).toBe(false)
      if (input === 'version') expect(args).toEqual([])
      else if (input === 'paths') expect(args.at(-1)).toBe(hostile)
      else expect(args.filter((one) => one.endsWith(`=${hostile}`))).toHaveLength(1)
    }
  })
  test.each(['npm:evil', 'https://example.com/x.tgz', '../x', '1.0.0 evil', '-g', ''])('takes no version %j', (version) => {
    const { code, out, npm } = run({ version })
    expect([code, npm]).toEqual([2, []])
    expect(out).toMatch(/^::error title=awslint::The input "version" must be/)
  })
  test('shows what npm said where it fails', () => {
    const { code, err, output } = run({}, { npm: '#!/bin/sh\necho no such version >&2\nexit 1\n' })
    expect([code, err, output]).toEqual([2, 'no such version\n', ''])
  })
})

describe('Dockerfile', () => {
  const stages = read('Dockerfile')
    .split(/^(?=FROM )/m)
    .slice(1)
    .map((stage) => [...stage.matchAll(/^([A-Z]+) (.*)$/gm)].map(([, name, words]) => [name, words] as [string, string]))
  const last = stages.at(-1) ?? []

  test('stands on one exact version of Node', () => {
    const images = stages.map((stage) => stage[0]?.[1].split(' ')[0])
    expect(new Set(images).size).toBe(1)
    expect(images[0]).toMatch(/^node:\d+\.\d+\.\d+-[\w-]+$/)
  })
  test('runs awslint, and not as root', () => {
    const steps = last.map(([name]) => name)
    expect(last.find(([name]) => name === 'USER')?.[1]).toBe('node')
    expect(steps.indexOf('USER')).toBeGreaterThan(steps.lastIndexOf('RUN'))
    expect(last).toContainEqual(['ENTRYPOINT', '["awslint"]'])
    expect(last).toContainEqual(['RUN', `ln -s /opt/awslint/${pkg.bin.awslint} /usr/local/bin/awslint`])
  })
  test('copies what there is, and leaves out what is built', () => {
    const sources = stages
      .flat()
      .filter(([name]) => name === 'COPY')
      .flatMap(([, words]) =>
        words
          .split(' ')
          .filter((word) => !word.startsWith('--'))
          .slice(0, -1),
      )
    for (const source of sources) expect(existsSync(join(ROOT, source.replace('/build/', ''))), source).toBe(true)
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.git', 'node_modules', 'dist']))
  })
})
