/** What is looked at: files, folders, patterns, standard input, and whatever else a command line may name. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { awslint, BAD, BIN, checked, FOREIGN, folderWith, GOOD, WARNED } from '../support/cli.ts'

describe('files', () => {
  test('with findings, without, and several at once', () => {
    const folder = folderWith({ 'bad.yaml': BAD, 'good.yaml': GOOD })
    expect(checked(folder, ['bad.yaml'])).toMatchObject({ code: 1, paths: ['bad.yaml'], summary: { files: 1, errors: 1 }, err: '' })
    expect(checked(folder, ['good.yaml'])).toMatchObject({ code: 0, paths: ['good.yaml'], summary: { files: 1, errors: 0 } })
    expect(checked(folder, ['good.yaml', 'bad.yaml'])).toMatchObject({ code: 1, paths: ['good.yaml', 'bad.yaml'] })
  })
  test('named twice, in whatever way, are looked at once', () => {
    const folder = folderWith({ 'x/bad.yaml': BAD })
    expect(checked(folder, ['x/bad.yaml', './x/bad.yaml', 'x', 'x/*.yaml', join(folder, 'x/bad.yaml')]).paths).toEqual(['x/bad.yaml'])
  })
  test('elsewhere are printed as they are reached', () => {
    const folder = folderWith({ 'a/x': '', 'b/bad.yaml': BAD })
    expect(checked(join(folder, 'a'), ['../b/bad.yaml']).paths).toEqual(['../b/bad.yaml'])
  })
  test.each(['my stack.yaml', '[x].yaml', 'a*b?{c}.yaml', '!x.yaml', '#x.yaml', 'größe 日本.yaml', '..x.yaml'])('called %j', (name) => {
    const folder = folderWith({ [name]: BAD })
    expect(checked(folder, [name])).toMatchObject({ code: 1, paths: [name] })
    expect(checked(folder, [])).toMatchObject({ code: 1, paths: [name] })
  })
  test('called like an option', () => {
    const folder = folderWith({ '-x.yaml': BAD })
    expect(checked(folder, ['--', '-x.yaml']).paths).toEqual(['-x.yaml'])
    expect(checked(folder, ['./-x.yaml']).paths).toEqual(['-x.yaml'])
    expect(awslint(folder, ['check', '-x.yaml']).code).toBe(2)
  })
  test('called so that a terminal would obey: the name is shown, not obeyed', () => {
    const name = 'a\u001b[31m\n\u202Eb.yaml'
    const folder = folderWith({ [name]: BAD })
    for (const args of [['check', name], ['check'], ['check', name, '--quiet'], ['check', `no${name}`]]) {
      const { out, err } = awslint(folder, args)
      expect(`${out}${err}`).toContain('a\\u{1B}[31m\\u{0A}\\u{202E}b.yaml')
      expect(`${out}${err}`.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    }
    expect(checked(folder, [name]).paths).toEqual([name])
  })
  test('with a name that is no UTF-8', () => {
    const folder = folderWith({ 'good.yaml': GOOD })
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.yaml')]), BAD)
    for (const args of [[], ['.']]) {
      const { code, err, paths } = checked(folder, args)
      expect({ code, paths }).toEqual({ code: 2, paths: ['good.yaml'] })
      expect(err).toBe(
        'awslint: caf\uFFFD.yaml cannot be read: there is no such file; if its name holds bytes that are no UTF-8, rename it\n',
      )
    }
  })
})

describe('documents of others', () => {
  test('one that is named alone is a mistake', () => {
    const folder = folderWith({ 'service.yaml': FOREIGN })
    const { code, out, err } = awslint(folder, ['check', 'service.yaml'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe(
      'awslint: service.yaml is no CloudFormation or SAM template, AppSpec or buildspec that awslint can recognise; if it is one, say which with --kind cloudformation|sam|appspec|buildspec\n',
    )
    expect(awslint(folder, ['check', 'service.yaml', 'service.yaml']).code).toBe(2)
    expect(awslint(folder, ['check', '-'], { input: FOREIGN }).code).toBe(2)
  })
  test('unless that is expected', () => {
    const folder = folderWith({ 'service.yaml': FOREIGN })
    expect(checked(folder, ['--ignore-unknown', 'service.yaml'])).toMatchObject({ code: 0, err: '', summary: { files: 0, skipped: 1 } })
    expect(awslint(folder, ['check', '--ignore-unknown', '-'], { input: FOREIGN }).code).toBe(0)
  })
  test('among several are skipped and counted', () => {
    const folder = folderWith({ 'service.yaml': FOREIGN, 'bad.yaml': BAD })
    const { code, err, files, summary } = checked(folder, ['bad.yaml', 'service.yaml'])
    expect({ code, err, summary }).toEqual({ code: 1, err: '', summary: { files: 1, skipped: 1, errors: 1, warnings: 0, infos: 0 } })
    expect(files[1]).toEqual({ path: 'service.yaml', kind: null, findings: [] })
    expect(awslint(folder, ['check', 'bad.yaml', 'service.yaml']).out).toContain('1 error in 1 file, 1 other file skipped')
  })
  test('are not taken for templates because of a name that anybody may give', () => {
    const folder = folderWith({
      'nginx.conf.template': 'server {\n  listen 80;\n}\n',
      'page.template': '<p>{{ name }}</p>\n',
      'empty.template': '',
      'deployment-template.yaml': 'a: {{ .Values.a }}\n{{- if .b }}\n',
      'stack.yaml': 'resolver: lts-22.0\npackages: [.]\n',
      'list-template.json': '[1, 2]',
      'email_template.json': '{"subject": "x"}',
    })
    expect(checked(folder, [])).toMatchObject({ code: 0, err: '', paths: [], summary: { skipped: 7 } })
    expect(awslint(folder, ['check', '--ignore-unknown', 'page.template']).code).toBe(0)
  })
  test('in a folder are skipped and counted', () => {
    const folder = folderWith({ 'service.yaml': FOREIGN, 'package.json': '{}', 'bad.yaml': BAD })
    expect(checked(folder, [])).toMatchObject({ code: 1, paths: ['bad.yaml'], summary: { files: 1, skipped: 2 } })
    expect(checked(folderWith({ 'service.yaml': FOREIGN }), [])).toMatchObject({ code: 0, summary: { files: 0, skipped: 1 } })
  })
  test('are what --kind says they are', () => {
    const folder = folderWith({ 'x.yaml': 'Resource: {}\n' })
    expect(checked(folder, ['--kind', 'cloudformation', 'x.yaml'])).toMatchObject({ code: 1, files: [{ kind: 'cloudformation' }] })
  })
})

describe('folders', () => {
  test('are searched for YAML and JSON, whatever the case of the ending', () => {
    const names = ['a.yaml', 'b.YML', 'c.json', 'd.template', 'e.cfn', '.hidden/f.yaml', 'g/h/i.yaml']
    const folder = folderWith({
      ...Object.fromEntries(names.map((name) => [name, BAD])),
      'README.md': BAD,
      'x.yaml.bak': BAD,
      'g/Makefile': BAD,
    })
    expect(checked(folder, []).paths.sort()).toEqual([...names].sort())
    expect(checked(folder, ['g']).paths).toEqual(['g/h/i.yaml'])
    expect(checked(join(folder, 'g'), []).paths).toEqual(['h/i.yaml'])
  })
  test('of packages and tools are passed over', () => {
    const folder = folderWith({
      'node_modules/x/template.yaml': BAD,
      '.git/template.yaml': BAD,
      '.aws-sam/build/template.yaml': BAD,
      'good.yaml': GOOD,
    })
    expect(checked(folder, []).paths).toEqual(['good.yaml'])
    expect(checked(folder, ['**/*.yaml']).paths).not.toContain('node_modules/x/template.yaml')
  })
  test('honour every .gitignore on the way, up to the root of the repository', () => {
    const folder = folderWith({
      '.gitignore': 'outside.yaml\n',
      'repo/.git/HEAD': '',
      'repo/.gitignore': 'build/\n*.gen.yaml\n!keep.gen.yaml\n/top.yaml\r\n',
      'repo/build/template.yaml': BAD,
      'repo/a.gen.yaml': BAD,
      'repo/keep.gen.yaml': BAD,
      'repo/top.yaml': BAD,
      'repo/outside.yaml': BAD,
      'repo/x/top.yaml': BAD,
      'repo/x/.gitignore': 'own.yaml\n!b.gen.yaml\n',
      'repo/x/own.yaml': BAD,
      'repo/x/b.gen.yaml': BAD,
      'repo/x/y/own.yaml': BAD,
      'repo/x/y/build/template.yaml': BAD,
    })
    const repo = join(folder, 'repo')
    expect(checked(repo, []).paths).toEqual(['keep.gen.yaml', 'outside.yaml', 'x/b.gen.yaml', 'x/top.yaml'])
    expect(checked(repo, ['x/y']).paths).toEqual([])
    expect(checked(join(repo, 'x'), []).paths).toEqual(['b.gen.yaml', 'top.yaml'])
    // What is named is looked at, ignored or not.
    expect(checked(repo, ['build']).paths).toEqual(['build/template.yaml'])
    expect(checked(repo, ['a.gen.yaml']).paths).toEqual(['a.gen.yaml'])
  })
  test('agree with git about what is ignored', () => {
    const ignored = ['*.log.yaml', '/a/**/z.yaml', 'b/*.yaml', '!b/keep.yaml', 'c', '\\#d.yaml', 'e f.yaml', '**/g/', 'h[0-9].yaml']
    const names = ['x.log.yaml', 'a/z.yaml', 'a/1/2/z.yaml', 'b/x.yaml', 'b/keep.yaml', 'b/1/x.yaml', 'c/x.yaml', '1/c/x.yaml', '#d.yaml']
    names.push('e f.yaml', '1/g/x.yaml', 'g.yaml', 'h1.yaml', 'hx.yaml')
    const folder = folderWith({ ...Object.fromEntries(names.map((name) => [name, BAD])), '.gitignore': `${ignored.join('\n')}\n` })
    execFileSync('git', ['init', '-q'], { cwd: folder })
    const listed = execFileSync('git', ['-c', 'core.excludesFile=', 'ls-files', '-z', '--others', '--exclude-standard'], {
      cwd: folder,
      encoding: 'utf8',
    })
    const expected = listed.split('\0').filter((name) => name.endsWith('.yaml'))
    expect(expected.length).toBeLessThan(names.length)
    expect(checked(folder, []).paths.sort()).toEqual(expected.sort())
  })
  test('that link in a circle end', () => {
    const folder = folderWith({ 'a/bad.yaml': BAD })
    symlinkSync('..', join(folder, 'a', 'up'))
    symlinkSync('self.yaml', join(folder, 'a', 'self.yaml'))
    expect(checked(folder, [])).toMatchObject({ code: 1, paths: ['a/bad.yaml'] })
    expect(checked(folder, ['**/*.yaml']).paths).toEqual(['a/bad.yaml'])
    expect(awslint(folder, ['check', 'a/self.yaml'])).toMatchObject({
      code: 2,
      err: 'awslint: a/self.yaml cannot be read: its links lead in a circle\n',
    })
  })
  test('hold links to files, of which those that lead nowhere are no documents', () => {
    const folder = folderWith({ 'x/bad.txt': BAD, 'y/good.yaml': GOOD })
    symlinkSync('../x/bad.txt', join(folder, 'y', 'link.yaml'))
    symlinkSync('nowhere.yaml', join(folder, 'y', '.#lock.yaml'))
    expect(checked(folder, ['y'])).toMatchObject({ code: 1, err: '', paths: ['y/good.yaml', 'y/link.yaml'] })
  })
  test('with nothing in them', () => {
    expect(awslint(folderWith({}), ['check'])).toMatchObject({ code: 0, out: expect.stringMatching(/^nothing to check \(\d+ ms\)\n$/) })
  })
})

describe('patterns', () => {
  const folder = folderWith({ 'a/1.yaml': BAD, 'a/b/2.yaml': BAD, 'a/b/c.json': '{}', '[q]/3.yaml': BAD, 'd.yaml/4.yaml': BAD })
  test('match files', () => {
    expect(checked(folder, ['a/**/*.yaml']).paths).toEqual(['a/1.yaml', 'a/b/2.yaml'])
    expect(checked(folder, ['a/*']).paths).toEqual(['a/1.yaml'])
    expect(checked(folder, ['a/{1,2}.yaml', './a/b/[0-9].yaml']).paths).toEqual(['a/1.yaml', 'a/b/2.yaml'])
    expect(checked(folder, [join(folder, 'a', '?.yaml')]).paths).toEqual(['a/1.yaml'])
    expect(checked(folder, ['*.yaml', 'a/1.yaml']).paths).toEqual(['a/1.yaml'])
  })
  test('start from the working directory', () => {
    expect(checked(join(folder, 'a', 'b'), ['../*.yaml']).paths).toEqual(['../1.yaml'])
  })
  test('that match nothing are told', () => {
    expect(checked(folder, ['nope/*.yaml', 'a/1.yaml'])).toMatchObject({
      code: 2,
      paths: ['a/1.yaml'],
      err: 'awslint: nope/*.yaml cannot be read: no file matches this pattern\n',
    })
    expect(awslint(folder, ['check', '[', '{', 'a[']).code).toBe(2)
  })
})

describe('standard input', () => {
  test('is called by the name given', () => {
    const folder = folderWith({})
    expect(checked(folder, ['-'], { input: BAD })).toMatchObject({ code: 1, paths: ['<stdin>'] })
    expect(checked(folder, ['-', '--stdin-filename', 'x/buildspec.yml'], { input: WARNED })).toMatchObject({
      code: 0,
      files: [{ path: 'x/buildspec.yml', kind: 'buildspec', findings: [{ severity: 'warning' }] }],
    })
    expect(checked(folder, ['-', '--stdin-filename', 'appspec.yml'], { input: '{}' }).files[0]?.kind).toBe('appspec')
  })
  test('stands beside files', () => {
    expect(checked(folderWith({ 'good.yaml': GOOD }), ['good.yaml', '-', '-'], { input: BAD }).paths).toEqual(['<stdin>', 'good.yaml'])
  })
  test('may be empty', () => {
    expect(awslint(folderWith({}), ['check', '-'], { input: '' })).toMatchObject({ code: 2, out: '' })
  })
  test('may be large, but not too large', () => {
    const folder = folderWith({})
    expect(checked(folder, ['-'], { input: `${BAD}${'# a long comment\n'.repeat(60_000)}` })).toMatchObject({ code: 1 })
    expect(awslint(folder, ['check', '-'], { input: Buffer.alloc(30 * 1024 * 1024, 0x20) })).toMatchObject({
      code: 2,
      err: 'awslint: <stdin> cannot be read: it has 24 MB; documents of more than 8 MB are not read\n',
    })
  })
})

describe('what cannot be read is told, and the others are linted', () => {
  const folder = folderWith({ 'bad.yaml': BAD, 'folder.yaml/x.txt': '' })
  symlinkSync('nowhere.yaml', join(folder, 'broken.yaml'))
  execFileSync('mkfifo', [join(folder, 'pipe.yaml')])
  test.each([
    ['missing.yaml', 'there is no such file or folder'],
    ['bad.yaml/x.yaml', 'there is no such file or folder'],
    ['broken.yaml', 'it is a link to something that does not exist'],
    ['pipe.yaml', 'it is no regular file; to check standard input, name it "-"'],
    [`${'x'.repeat(300)}.yaml`, 'the name is too long'],
  ])('%s', (path, why) => {
    expect(checked(folder, [path, 'bad.yaml'])).toEqual({
      ...checked(folder, ['bad.yaml']),
      code: 2,
      err: `awslint: ${path} cannot be read: ${why}\n`,
    })
    expect(awslint(folder, ['check', path])).toMatchObject({ code: 2, err: `awslint: ${path} cannot be read: ${why}\n` })
    expect(awslint(folder, ['check', path, 'bad.yaml', '--fail-on', 'never']).code).toBe(2)
  })
  test('a folder that is called like a file is a folder', () => {
    expect(checked(folder, ['folder.yaml', 'bad.yaml'])).toMatchObject({ code: 1, err: '', paths: ['bad.yaml'] })
  })
  test('without permission', () => {
    const folder = folderWith({ 'bad.yaml': BAD, 'secret.yaml': BAD, 'closed/x.yaml': BAD })
    chmodSync(folder, 0o755)
    chmodSync(join(folder, 'secret.yaml'), 0)
    chmodSync(join(folder, 'closed'), 0)
    // The superuser may read everything: there, somebody else has to try.
    const who = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'check', '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
      ...who,
    })
    chmodSync(join(folder, 'closed'), 0o755)
    expect(stderr).toBe('awslint: closed cannot be read: permission denied\nawslint: secret.yaml cannot be read: permission denied\n')
    expect([status, JSON.parse(stdout).files.length]).toEqual([2, 1])
  })
  test('a huge file, at once', () => {
    const folder = folderWith({ 'huge.yaml': '', 'bad.yaml': BAD })
    truncateSync(join(folder, 'huge.yaml'), 50 * 1024 * 1024)
    const began = performance.now()
    expect(awslint(folder, ['check', 'huge.yaml'])).toMatchObject({
      code: 2,
      err: 'awslint: huge.yaml cannot be read: it has 50 MB; documents of more than 8 MB are not read\n',
    })
    expect(performance.now() - began).toBeLessThan(2000)
    // Met in a folder it is data of somebody else.
    expect(checked(folder, [])).toMatchObject({ code: 1, err: '', paths: ['bad.yaml'], summary: { skipped: 1 } })
  })
  test('hundreds of thousands of findings are no failure', () => {
    const folder = folderWith({ 'template.yaml': 'Resources:\n'.repeat(150_000) })
    expect(awslint(folder, ['check', 'template.yaml', '-o', '/dev/null'])).toEqual({ code: 1, out: '', err: '' })
  })
  test.each(['\n', ' ', '#\n', '"', '- ', 'Type: ', '{', '- - '])('a large file full of %j, in good time', (part) => {
    const size = 7 * 1024 * 1024
    const folder = folderWith({ 'template.yaml': part.repeat(size / part.length) })
    const began = performance.now()
    const { code, err } = awslint(folder, ['check', 'template.yaml'])
    expect([code, err]).toEqual([1, ''])
    expect(performance.now() - began).toBeLessThan(15_000)
  })
})

describe('contents', () => {
  test('an empty file is what its name says, or nothing', () => {
    const folder = folderWith({ 'template.yaml': '', 'x.yaml': '' })
    expect(checked(folder, ['template.yaml']).files).toMatchObject([{ kind: 'cloudformation' }])
    expect(awslint(folder, ['check', 'x.yaml']).code).toBe(2)
  })
  test('in UTF-16 are decoded', () => {
    const little = Buffer.from(`\uFEFF${BAD}`, 'utf16le')
    const big = Buffer.from(little).swap16()
    const folder = folderWith({ 'little.yaml': little, 'big.yaml': big })
    for (const { findings } of checked(folder, []).files)
      expect(findings).toMatchObject(expect.arrayContaining([expect.objectContaining({ line: 1 })]))
    expect(checked(folder, []).paths).toEqual(['big.yaml', 'little.yaml'])
  })
  test('that are no text do no harm', () => {
    const folder = folderWith({ 'template.yaml': Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)) })
    const { code, err } = awslint(folder, ['check', 'template.yaml'])
    expect([0, 1]).toContain(code)
    expect(err).toBe('')
  })
})

test('many files', () => {
  const folder = folderWith(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`d${i % 7}/t${i}.yaml`, BAD])))
  mkdirSync(join(folder, 'empty'))
  expect(checked(folder, []).summary).toMatchObject({ files: 300, errors: 300 })
})
