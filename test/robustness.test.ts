/** No document makes a rule fail: every fixture, with values, keys, lines and characters of it changed (`npm run fuzz` goes on for longer). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultsOf } from '../src/dev/fuzz.ts'
import { mutants } from '../src/dev/mutations.ts'

const RUNS = 3000

test('a document that nobody wrote', () => {
  const mutantOf = mutants()
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const mutant = mutantOf(seed)
      expect(faultsOf(mutant, seed % 20 === 0), `${mutant.fixture.path}: ${mutant.how}`).toEqual([])
    }),
    { numRuns: RUNS },
  )
})
