/**
 * `npm run fuzz -- [seconds] [seed]`: lints documents that nobody wrote until the time is over, and prints every one that a rule
 * fails on, that takes long, or whose findings lie outside of its text or differ from one time to the next.
 */
import { core, ruleOf, rules, schemas } from './built.ts'
import { kindOfFixture } from './fixtures.ts'
import { around, failuresOf } from './lint-fixture.ts'
import { type Mutant, mutants } from './mutations.ts'

/** Far more than any fixture takes, in milliseconds. */
const LONG = 3000
/** Every so many documents are linted twice. */
const TWICE = 20

/** What is wrong with how a document was linted; nothing where all is well. */
export function faultsOf({ fixture, text, name }: Mutant, isTwice: boolean): string[] {
  const kind = kindOfFixture(fixture, ruleOf(fixture.rule)?.on ?? [], null)
  const run = () => core.lint(text, name, { rules, schemas, kind, ...around(fixture) })
  const report = run()
  const faults = failuresOf(report)
  for (const { rule, span, message } of report.findings) {
    if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length))
      faults.push(`${rule} points outside: ${JSON.stringify(span)}`)
    if (/\bundefined\b(?! method)|\[object |NaN|\{\w+\}\.$/.test(message) && !/undefined|object|NaN/.test(text))
      faults.push(`${rule} says: ${message}`)
  }
  if (isTwice && JSON.stringify(run().findings, own) !== JSON.stringify(report.findings, own))
    faults.push('says something else the second time')
  return faults
}

/** Findings without what they refer to in the tree. */
const own = (key: string, value: unknown): unknown => (key === 'changes' ? undefined : value)

function main([seconds = '60', first = String(Date.now() % 1e9)]: readonly string[]): void {
  const mutantOf = mutants()
  const told = new Set<string>()
  const end = performance.now() + Number(seconds) * 1000
  let seed = Number(first)
  let count = 0
  for (; performance.now() < end; count++, seed++) {
    const mutant = mutantOf(seed)
    const began = performance.now()
    let faults: string[]
    try {
      faults = faultsOf(mutant, count % TWICE === 0)
    } catch (error) {
      faults = [error instanceof Error ? (error.stack ?? error.message) : String(error)]
    }
    const time = performance.now() - began
    if (time > LONG) faults.push(`takes ${Math.round(time)} ms`)
    for (const fault of faults) {
      // One mistake of ours shows in many documents.
      const kind = fault.replace(/'[^']*'|"[^"]*"|\d+/g, '…')
      if (told.has(kind)) continue
      told.add(kind)
      console.log(`seed ${seed}: ${mutant.fixture.path}: ${mutant.how}\n  ${fault}`)
    }
  }
  console.log(`${count} documents, ${told.size} kinds of faults; the next seed is ${seed}`)
  process.exitCode = told.size ? 1 : 0
}

if (process.argv[1]?.endsWith('fuzz.ts')) main(process.argv.slice(2))
