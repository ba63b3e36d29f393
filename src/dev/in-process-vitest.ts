/** As much of vitest as our tests use, for running single tests in this process again and again (`npm run mutate`). */
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'

export interface CollectedTest {
  readonly name: string
  run(): unknown
}

type Body = (...args: unknown[]) => unknown
type Declare = (name: string, body: Body) => void

const collected: CollectedTest[] = []
let into = collected
const around: string[] = []

const declareTest: Declare = (name, body) => void into.push({ name: [...around, name].join(' > '), run: () => body() })

/**
 * What a group prepares is prepared anew for each of its tests, or a change that comes later would not reach it. Groups of fixtures,
 * which are called like rules, prepare nothing.
 */
const declareGroup: Declare = (name, body) => {
  if (around.length > 0 || name.includes('/')) {
    within(name, body)
    return
  }
  const first = collected.length
  within(name, body)
  collected.slice(first).forEach((test, i) => {
    const run = (): unknown => {
      const again: CollectedTest[] = []
      into = again
      try {
        within(name, body)
      } finally {
        into = collected
      }
      return again[i]?.run()
    }
    collected[first + i] = { name: test.name, run }
  })
}

function within(name: string, body: Body): void {
  around.push(name)
  try {
    body()
  } finally {
    around.pop()
  }
}

const withVariants = (declare: Declare) =>
  Object.assign(declare, {
    each: (rows: readonly unknown[]) => (name: string, body: Body) => {
      rows.forEach((row, i) => {
        declare(`${name} #${i}`, () => body(...(Array.isArray(row) ? row : [row])))
      })
    },
    skipIf: (isSkipped: unknown) => (isSkipped ? () => {} : declare),
    runIf: (isRun: unknown) => (isRun ? declare : () => {}),
  })

export const test = withVariants(declareTest)
export const it = test
export const describe = withVariants(declareGroup)
export const inject = (): undefined => undefined
export const beforeAll = (prepare: () => unknown): unknown => prepare()
export const afterAll = (): void => {}
export { collected }

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)
export const expect = Object.assign((value: unknown, message?: string) => chai.expect(value, message), chai.expect)
