import { expect, test } from 'vitest'
import { threadsWorth } from '../../src/node/check-files.ts'

test.each([
  ['too early to tell', { done: 1, left: 2000, spent: 100, used: 100 }, 1],
  ['nearly done', { done: 40, left: 40, spent: 400, used: 400 }, 1],
  ['worth one more', { done: 40, left: 240, spent: 400, used: 400 }, 2],
  ['worth several', { done: 40, left: 900, spent: 400, used: 400 }, 5],
  ['not more than eight', { done: 40, left: 100_000, spent: 400, used: 400 }, 8],
  ['few files that take long', { done: 1, left: 5, spent: 1000, used: 1100 }, 3],
  ['what a cache answers', { done: 3000, left: 2000, spent: 400, used: 400 }, 1],
  ['others have the processors', { done: 40, left: 2000, spent: 400, used: 200 }, 1],
])('%s', (_, sofar, threads) => {
  expect(threadsWorth(sofar)).toBe(threads)
})
