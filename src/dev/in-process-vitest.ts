/** As much of vitest as our tests use, for running single tests in this process again and again (`npm run mutate`). */
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'

export interface CollectedTest {
  readonly name: string
  run(): unknown
}

type Body = (...args: unknown[]) => unknown
type Declare = (name: string, body: Body) => void

const tests: CollectedTest[] = []
const around: string[] = []

const declareTest: Declare = (name, body) => void tests.push({ name: [...around, name].join(' > '), run: () => body() })
const declareGroup: Declare = (name, body) => {
  around.push(name)
  body()
  around.pop()
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
export const collected = tests

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)
export const expect = Object.assign((value: unknown, message?: string) => chai.expect(value, message), chai.expect)
