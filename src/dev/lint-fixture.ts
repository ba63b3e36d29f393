import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DocumentReport, Inputs, LintOptions } from '../core.ts'
import { projectAround } from '../node/project.ts'
import { core, ruleOf, rules, schemas } from './built.ts'
import { AROUND, type Fixture, INPUTS, kindOfFixture } from './fixtures.ts'

/**
 * Lints a fixture, or a text that was made of one, with its own rule only or with all rules. A rule about suppressions has
 * nothing to look at unless the others run; then its own findings are picked out.
 */
export function lintFixture(fixture: Fixture, which: 'own' | 'all', text: string = fixture.text, name = fixture.path): DocumentReport {
  const on = ruleOf(fixture.rule)?.on ?? []
  const kind = kindOfFixture(fixture, on, core.kindOf(core.parseSource(text, name)))
  const options = { rules, schemas, kind, ...around(fixture), ...(fixture.encoding ? { encoding: fixture.encoding } : {}) }
  if (which === 'all') return core.lint(text, name, options)
  if (!on.includes('suppressions')) return core.lint(text, name, { ...options, only: [fixture.rule] })
  const report = core.lint(text, name, options)
  return { ...report, findings: report.findings.filter(({ rule }) => rule === fixture.rule) }
}

/** What surrounds a fixture, where its folder has any of it: the files in `around/`, and what is deployed with in `inputs.json`. */
export function around(fixture: Fixture): Pick<LintOptions, 'project' | 'inputs'> {
  const folder = join(dirname(fixture.absolute), AROUND)
  const inputs = join(dirname(fixture.absolute), INPUTS)
  return {
    ...(existsSync(folder) ? { project: projectAround(join(folder, fixture.name)) } : {}),
    ...(existsSync(inputs) ? { inputs: JSON.parse(readFileSync(inputs, 'utf8')) as Inputs } : {}),
  }
}

/** Rules that failed, as `rule: message`. */
export const failuresOf = (report: DocumentReport): string[] => report.failures.map(({ rule, message }) => `${rule}: ${message}`)
