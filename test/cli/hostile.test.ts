/** Whatever a repository holds and is called: nothing that is printed does more than be read. */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/report/report.ts'
import { awslint, BIN, folderWith, GOOD } from '../support/cli.ts'

const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
const EVIL = '\u001b[31m\u009b1m\u202E\u2066\u200B\u2028\u0007\u007f</script><img src=x>]]>%0A::error::x##vso[task.complete]'
/** As YAML and JSON take it, whatever it holds. */
const QUOTED = JSON.stringify(EVIL).replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
const NAME = `::error::x${EVIL.replaceAll('/', '')}\n::error::y`
const TEMPLATE = `${QUOTED}: 1
Outptus: {} # ${EVIL.replace(/[\p{Cc}\u2028]/gu, '')}
Foo: 1 # awslint-disable-line template/unknown-section -- ${EVIL.replace(/[\p{Cc}\u2028]/gu, '')}
${GOOD}  ${QUOTED}:
    Type: ${QUOTED}
    DependsOn: ${QUOTED}
  Queue:
    Type: AWS::SQS::Queue
    Condition: ${QUOTED}
    Properties:
      ${QUOTED}: 1
      QueueName: !Ref ${QUOTED}
      KmsMasterKeyId: !GetAtt [Topic, ${QUOTED}]
      VisibilityTimeout: ${QUOTED}
Outputs:
  Queue:
    Value: !Sub "\${${QUOTED.slice(1, -1)}}"
`

describe('a template of somebody who means no good', () => {
  const folder = folderWith({
    [`${NAME}/${NAME}.yaml`]: TEMPLATE,
    [`${NAME}.yaml`]: 'Resources: {',
    'fix.yaml': `# ${EVIL}\nOutptus: {}\n${GOOD}`,
  })
  mkdirSync(join(folder, `${NAME}.json`))
  const harmless = ({ out, err }: { out: string; err: string }): void => {
    expect(`${out}${err}`.replace(/\n/g, '')).not.toMatch(UNSAFE)
    expect(`${out}${err}`).not.toMatch(/^\s*::|##\w*\[/m)
  }

  test.each(FORMATS)('in %s', (format) => {
    const ran = awslint(folder, ['check', '--format', format, '--level', 'info', '--statistics'])
    expect({ code: ran.code, has: ran.out.length > 1000 }).toEqual({ code: 1, has: true })
    if (/junit|checkstyle|markdown|html/.test(format)) expect(ran.out).not.toContain('<img')
    // What the runner reads is a command a line.
    if (format === 'github') expect(ran.out).toMatch(/^(::(error|warning|notice) .*\n)+$/)
    harmless({ ...ran, out: format === 'github' ? ran.out.replace(/^::/gm, '') : ran.out })
  })
  test.each([
    [['--show-files']],
    [['--report-suppressed', '--format', 'markdown']],
    [['--print-config', `${NAME}.yaml`]],
    [[`${NAME}.txt`]],
    [[`${NAME}*`]],
    [['--config', NAME]],
    [['--baseline', NAME]],
    [['--changed', NAME]],
    [['--parameters', NAME]],
    [['--rule-pack', NAME]],
    [['--schema', NAME]],
    [['--output', `${NAME}.json`]],
    [['--kind', NAME]],
    [[`--${NAME}`]],
  ])('check %j', (args) => harmless(awslint(folder, ['check', ...args])))
  test.each([[[NAME]], [['explain', NAME]], [['migrate']], [['help', NAME]], [['completion', NAME]], [['rules', NAME]]])('%j', (args) =>
    harmless(awslint(folder, args)),
  )
  test('in a configuration', () => {
    for (const text of [
      `${QUOTED}: 1\n`,
      `rules: { ${QUOTED}: off }\n`,
      `extends: ${QUOTED}\n`,
      `level: ${QUOTED}\n`,
      `ignore: ${EVIL}\n`,
      `rulePacks: [${QUOTED}]\n`,
    ])
      harmless(awslint(folderWith({ 'a.yaml': GOOD, '.awslint.yaml': text }), ['check']))
  })
  test.skipIf(spawnSync('script', ['--version']).status !== 0)(
    'the difference of --fix-dry-run is for programs, and shown harmlessly on a terminal',
    () => {
      const command = `'${process.execPath}' '${BIN}' check --fix-dry-run`
      const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { cwd: folder, encoding: 'utf8' })
      expect(stdout).toContain('+Outputs: {}')
      expect(stdout.replace(/\r?\n/g, '')).not.toMatch(UNSAFE)
      expect(awslint(folder, ['check', '--fix-dry-run']).out).toContain('\u202E')
    },
  )
})
