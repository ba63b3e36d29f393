/** The pages that `npm run docs` writes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pages } from '../src/dev/docs.ts'
import { ROOT } from '../src/dev/groups.ts'
import { everyRule } from './support/built.ts'

const generated = pages()
const isWritten = (path: string): boolean => existsSync(join(ROOT, path))
const guide = 'rules/README.md'

// Pages are committed together, first when the rules have settled; from then on all are there and current.
if (isWritten(guide)) {
  for (const [path, page] of generated) {
    test(`${path} is current`, () => {
      expect(isWritten(path) ? readFileSync(join(ROOT, path), 'utf8') : '', `run: npm run docs`).toBe(page)
    })
  }
}

test('no page is left over', () => {
  const folders = readdirSync(join(ROOT, 'rules'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const written = folders.map(({ name }) => `rules/${name}/README.md`).filter(isWritten)
  const left = written.filter((path) => !isWritten(guide) || !generated.has(path))
  expect(left, `run: npm run docs, or git rm ${left.join(' ')}`).toEqual([])
})

test('every rule has its section', () => {
  for (const { id, title } of everyRule) {
    const [group, defect] = id.split('/') as [string, string]
    const page = generated.get(`rules/${group}/README.md`) ?? ''
    expect(page.split('\n'), id).toContain(`## ${defect}`)
    expect(page, id).toContain(`(#${defect})`)
    expect(page.replaceAll('\\', ''), id).toContain(`**${title.replaceAll('\\', '')}.**`)
  }
})

test('links lead to files', () => {
  for (const [path, page] of generated) {
    for (const [, target = ''] of page.matchAll(/\]\(((?!https?:|#)[^)\s]+)\)/g)) {
      const [to] = target.split('#') as [string]
      expect(existsSync(join(ROOT, path, '..', to)) || generated.has(join(path, '..', to)), `${path}: ${target}`).toBe(true)
    }
  }
})

test('pages say nothing that changes from run to run', () => {
  for (const [path, page] of generated) {
    expect(page, path).not.toMatch(/\(\d+ ms\)/)
    expect(page, path).not.toContain(ROOT)
  }
  expect(pages()).toEqual(generated)
})
