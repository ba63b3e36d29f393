import { expect, test } from 'vitest'
import { Progress } from '../../src/cli/progress.ts'
import { awslint, folderWith, GOOD } from '../support/cli.ts'

test('a long run tells how far it is, now and then, and leaves nothing behind', () => {
  const written: string[] = []
  let time = 0
  const progress = new Progress(
    500,
    (text) => written.push(text),
    () => time,
  )
  for (let done = 0; done < 100; done++, time += 50) progress.at(done)
  progress.end()
  expect(written.slice(0, 2)).toEqual(['\r\u001b[K20 of 500 files', '\r\u001b[K24 of 500 files'])
  expect(written).toHaveLength(21)
  expect(written.at(-1)).toBe('\r\u001b[K')
})

test('a short run tells nothing', () => {
  const written: string[] = []
  const progress = new Progress(
    5,
    (text) => written.push(text),
    () => 0,
  )
  progress.at(4)
  progress.end()
  expect(written).toEqual([])
})

test('nobody who watches no terminal sees it', () => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.yaml`, GOOD]))
  expect(awslint(folderWith(files), ['check']).err).toBe('')
})
