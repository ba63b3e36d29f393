import type { DocumentReport } from '../../src/core.ts'
import { type Fixture, kindOfFixture } from '../../src/dev/fixtures.ts'
import { core, ruleOf, rules, schemas } from './built.ts'

/** Lints a fixture, or a text that was made of one, with its own rule only or with all rules. */
export function lintFixture(fixture: Fixture, which: 'own' | 'all', text: string = fixture.text, name = fixture.path): DocumentReport {
  const on = ruleOf(fixture.rule)?.on ?? []
  const kind = kindOfFixture(fixture, on, core.kindOf(core.parseSource(text, name)))
  return core.lint(text, name, {
    rules,
    schemas,
    kind,
    ...(fixture.encoding ? { encoding: fixture.encoding } : {}),
    ...(which === 'own' ? { only: [fixture.rule] } : {}),
  })
}

/** Rules that failed, as `rule: message`. */
export const failuresOf = (report: DocumentReport): string[] => report.failures.map(({ rule, message }) => `${rule}: ${message}`)
