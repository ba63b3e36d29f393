/**
 * Twins of every fixture, made here: the same document as JSON says the same; a reported value that becomes a parameter of which
 * nothing is known is reported no more; one that is there only under a condition is reported under that condition. A rule that
 * rightly differs says why in `twins.yaml` of its fixture folder.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DocumentReport, Finding, Mapping, Node } from '../src/core.ts'
import { type Fixture, fixtureFolders, fixturesOf } from '../src/dev/fixtures.ts'
import { ROOT } from '../src/dev/groups.ts'
import { type Edit, toJson } from '../src/dev/json.ts'
import { core, rules, schemas } from './support/built.ts'
import { saysOf } from './support/expectations.ts'
import { around, lintFixture } from './support/lint.ts'

const TWINS = ['json', 'opaque', 'conditional'] as const
type Twin = (typeof TWINS)[number]

/** What a twin does that it should not; empty when all is well. */
const FAULTS: Readonly<Record<Twin, (fixture: Fixture) => string[]>> = {
  json: jsonFaults,
  opaque: opaqueFaults,
  conditional: conditionalFaults,
}

for (const id of fixtureFolders()) {
  const excused = excuses(id)
  describe(id, () => {
    for (const twin of TWINS) {
      for (const fixture of fixturesOf(id)) {
        if (twin !== 'json' && !fixture.isBad) continue
        const reason = excused.get(`no-${twin} ${fixture.name}`) ?? excused.get(`no-${twin}`)
        if (reason === undefined) {
          const hint = `if this rightly differs, say no-${twin} and the reason in fixtures/${id}/twins.yaml`
          test(`${twin} ${fixture.name}`, () => expect(FAULTS[twin](fixture), hint).toEqual([]))
        }
      }
    }
    for (const name of excused.keys()) {
      test(`differs: ${name}`, () => {
        const [twin, file] = name.slice('no-'.length).split(' ') as [Twin, string | undefined]
        const fixtures = fixturesOf(id).filter((fixture) => file === undefined || fixture.name === file)
        const faults = fixtures.flatMap((fixture) => FAULTS[twin](fixture))
        expect(faults.length, `remove ${name} from fixtures/${id}/twins.yaml: its twins are as they should be`).toBeGreaterThan(0)
      })
    }
  })
}

/** The twins in which a rule rightly differs, with the reasons: `no-json` for all fixtures, `no-json bad.yaml` for one. */
function excuses(id: string): ReadonlyMap<string, string> {
  const path = join(ROOT, 'fixtures', id, 'twins.yaml')
  if (!existsSync(path)) return new Map()
  const { root, problems } = core.parseSource(readFileSync(path, 'utf8'), path)
  if (root?.kind !== 'mapping' || problems.length) throw new Error(`${path} is no mapping`)
  return new Map(
    root.entries.flatMap(({ key, value }): [string, string][] => {
      if (!TWINS.some((twin) => `no-${twin}` === key.text)) throw new Error(`${path}: "${key.text}" is none of no-${TWINS.join(', no-')}`)
      const reasons =
        value.kind === 'mapping' ? value.entries.map((one) => [` ${one.key.text}`, one.value] as const) : [['', value] as const]
      return reasons.map(([file, reason]) => {
        if (reason.kind !== 'scalar' || reason.text.trim() === '') throw new Error(`${path}: ${key.text}${file} has no reason`)
        return [`${key.text}${file}`, reason.text]
      })
    }),
  )
}

function jsonFaults(fixture: Fixture): string[] {
  const original = lintFixture(fixture, 'own')
  const { root, format, problems } = original.source
  // Anchors, merge keys, marks of bytes and syntax errors are not to be had in JSON.
  if (root?.kind !== 'mapping' || format === 'json' || problems.some(({ code }) => code !== 'duplicate-key')) return []
  const twin = lintTwin(original, fixture, root)
  return difference(original.findings.map(placed), twin.findings.map(placed))
}

const placed = (finding: Finding): string => `${finding.path}  ${saysOf(finding)}`

function difference(before: readonly string[], after: readonly string[]): string[] {
  const left = [...after]
  const lost = before.filter((one) => {
    const i = left.indexOf(one)
    if (i >= 0) left.splice(i, 1)
    return i < 0
  })
  return [...lost.map((one) => `not found: ${one}`), ...left.map((one) => `found only there: ${one}`)]
}

function opaqueFaults(fixture: Fixture): string[] {
  return valuesReported(fixture).flatMap(({ original, root, finding, node }) => {
    // A finding at the key is not about the value.
    if (node.kind !== 'scalar' || finding.span.start < node.span.start || finding.span.end > node.span.end) return []
    const twin = lintTwin(original, fixture, root, {
      replaced: new Map([[node, '{"Ref":"TwinOpaque"}']]),
      added: { Parameters: '"TwinOpaque":{"Type":"String"}' },
    })
    return twin.findings
      .filter(({ path }) => path === finding.path || path.startsWith(`${finding.path}/`))
      .map((found) => `found although the value is unknown: ${placed(found)}`)
  })
}

function conditionalFaults(fixture: Fixture): string[] {
  return valuesReported(fixture).flatMap(({ original, root, finding, node }) => {
    const twin = lintTwin(original, fixture, root, {
      replaced: new Map([[node, `{"Fn::If":["TwinCondition",${toJson(node)},{"Ref":"AWS::NoValue"}]}`]]),
      added: {
        Parameters: '"TwinSwitch":{"Type":"String"}',
        Conditions: '"TwinCondition":{"Fn::Equals":[{"Ref":"TwinSwitch"},"on"]}',
      },
    })
    // What is wrong with a key can be wrong whatever stands under it.
    const isOfKey = finding.span.start < node.span.start
    const found = twin.findings.some(
      ({ message, when }) => message === finding.message && (isOfKey || when?.includes('TwinCondition is true')),
    )
    return found ? [] : [`not found with (when TwinCondition is true): ${placed(finding)}`]
  })
}

/** The findings of a template at values of properties, with the value; those inside of functions are left out. */
function valuesReported(fixture: Fixture): { original: DocumentReport; root: Mapping; finding: Finding; node: Node }[] {
  const original = lintFixture(fixture, 'own')
  const { root } = original.source
  if (root?.kind !== 'mapping' || (original.kind !== 'cloudformation' && original.kind !== 'sam')) return []
  return original.findings.flatMap((finding) => {
    const [section, , properties, ...steps] = finding.path.split('/')
    if (section !== 'Resources' || properties !== 'Properties' || steps.length === 0) return []
    // Both values of Fn::If stand for the property; all else inside of a function does not.
    if (/(^|\/)(Ref|Fn::(?!If\/[12](\/|$))[^/]*)(\/|$)/.test(steps.join('/'))) return []
    const node = core.at(root, ...finding.path.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step)))
    return node ? [{ original, root, finding, node }] : []
  })
}

function lintTwin(original: DocumentReport, fixture: Fixture, root: Mapping, edit: Edit = {}): DocumentReport {
  const kind = original.kind === null || original.kind === 'part' ? 'cloudformation' : original.kind
  return core.lint(toJson(root, edit), fixture.path.replace(/\.\w+$/, '.json'), {
    rules,
    schemas,
    kind,
    only: [fixture.rule],
    ...around(fixture),
  })
}
