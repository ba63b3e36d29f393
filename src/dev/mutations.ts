/** Documents that nobody wrote: fixtures with something changed, the same for the same number. */
import type { Mapping, Node } from '../core.ts'
import { core } from './built.ts'
import { type Fixture, fixtureFolders, fixturesOf } from './fixtures.ts'
import { toJson } from './json.ts'
import { lintFixture } from './lint-fixture.ts'

/** What a value becomes, as JSON. */
const VALUES = [
  'null',
  '""',
  '"text"',
  '"0"',
  '-1',
  '0.5',
  '1e400',
  'true',
  '[]',
  '{}',
  '[null]',
  '[["a"]]',
  '[{"a":[{}]}]',
  '{"":null}',
  '{"Ref":"AWS::NoValue"}',
  '{"Ref":"AWS::Region"}',
  '{"Ref":null}',
  '{"Ref":["a"]}',
  '{"Fn::If":["Nowhere",{"Ref":"AWS::NoValue"},[]]}',
  '{"Fn::If":[]}',
  '{"Fn::If":["A","B"]}',
  '{"Fn::Sub":["${",{}]}',
  '{"Fn::Sub":"${A.B.C}${AWS::Nothing}${!x}"}',
  '{"Fn::GetAtt":"Nothing"}',
  '{"Fn::GetAtt":["A",{"Ref":"B"}]}',
  '{"Fn::Join":["",[{"Ref":"AWS::Partition"},null,[]]]}',
  '{"Fn::Select":["9",["a"]]}',
  '{"Fn::FindInMap":["M",{"Ref":"AWS::Region"},[]]}',
  '{"Fn::Split":["",""]}',
  '{"Fn::Cidr":["10.0.0.0/8",300,99]}',
  '{"Fn::Transform":{}}',
  '{"Fn::Transform":{"Name":"AWS::Include","Parameters":null}}',
  '{"Fn::ForEach::X":["A",[],{}]}',
  '{"Fn::ForEach::X":["A",["1","2"],{"K${A}":{"Fn::ForEach::Y":["A",["1"],{"${A}":1}]}}]}',
  '"{{resolve:ssm:a}}"',
  '"{{resolve:"',
  '"\\u0000\\ud800"',
  '"${AWS::AccountId"',
  '"*"',
  '"arn:aws:lambda:::function:"',
  '"{\\"a\\":[1,{}]"',
  '"rate(1 minute"',
  '"__proto__"',
  `"${'x'.repeat(5000)}"`,
]

/** What a key becomes. */
const KEYS = [
  '',
  'Ref',
  'Fn::If',
  'Fn::Sub',
  'Fn::Transform',
  'Fn::ForEach::A',
  'Type',
  'Properties',
  'Condition',
  '__proto__',
  'constructor',
  'toString',
  '*',
  '0',
  '${A}',
  '<<',
]

/** What is put between two characters. */
const SNIPPETS = [
  '\t',
  ' ',
  '  ',
  '\n',
  '\r',
  '\u0000',
  '\u2028',
  '\ufeff',
  ':',
  ': ',
  '- ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '&a ',
  '*a',
  '!Sub ',
  '!Ref',
  '<<: *a',
  '|',
  '>-',
  '#',
  '---\n',
  '...',
  '%',
  '@',
  '`',
  '💥',
  '${',
  '{{resolve:',
  '\\',
]

/** A document, and how it came about. */
export interface Mutant {
  readonly fixture: Fixture
  readonly text: string
  /** How it is read: what was made of a tree is JSON. */
  readonly name: string
  readonly how: string
}

type Next = (below: number) => number
interface Tree {
  readonly fixture: Fixture
  readonly root: Mapping
  readonly nodes: readonly Node[]
}

/** Makers of mutants; the fixtures are read once. */
export function mutants(): (seed: number) => Mutant {
  const fixtures = fixtureFolders().flatMap(fixturesOf)
  const trees = new Map<Fixture, Tree | undefined>()
  const treeOf = (fixture: Fixture): Tree | undefined => {
    if (!trees.has(fixture)) {
      const { root } = lintFixture(fixture, 'own').source
      const nodes = root?.kind === 'mapping' ? [...core.walk(root)].filter((node) => node !== root) : []
      trees.set(fixture, root?.kind === 'mapping' && nodes.length ? { fixture, root, nodes } : undefined)
    }
    return trees.get(fixture)
  }
  return (seed) => {
    const next = random(seed)
    const fixture = fixtures[next(fixtures.length)] as Fixture
    const tree = treeOf(fixture)
    if (tree && next(3) > 0) return inTree(tree, treeOf(fixtures[next(fixtures.length)] as Fixture) ?? tree, next)
    return inText(fixture, fixtures[next(fixtures.length)] as Fixture, next)
  }
}

/** A reference to some resource of the document, often in a circle. */
function referenceIn(root: Mapping, next: Next): string {
  const resources = root.entries.find(({ key }) => key.text === 'Resources')?.value
  const ids = resources?.kind === 'mapping' ? resources.entries.map(({ key }) => key.text) : []
  const id = ids[next(Math.max(1, ids.length))] ?? 'A'
  return JSON.stringify(next(2) > 0 ? { Ref: id } : { 'Fn::GetAtt': [id, 'Arn'] })
}

function inTree({ fixture, root, nodes }: Tree, other: Tree, next: Next): Mutant {
  const replaced = new Map<Node, string>()
  const how: string[] = []
  for (let left = 1 + next(3); left > 0; left--) {
    const node = nodes[next(nodes.length)] as Node
    const place = core.pathOf(node)
    const what = next(5)
    if (what <= 2) {
      const value = next(4) > 0 ? (VALUES[next(VALUES.length)] as string) : referenceIn(root, next)
      replaced.set(node, value)
      how.push(`${place} becomes ${value.slice(0, 60)}`)
    } else if (what === 3) {
      const donor = other.nodes[next(other.nodes.length)] as Node
      replaced.set(node, toJson(donor))
      how.push(`${place} becomes ${core.pathOf(donor)} of ${other.fixture.path}`)
    } else if (node.kind === 'mapping' && node.entries.length > 0) {
      const at = next(node.entries.length)
      const key = KEYS[next(KEYS.length)] as string
      const members = node.entries.map(
        (entry, i) => `${JSON.stringify(i === at ? key : entry.key.text)}:${toJson(entry.value, { replaced })}`,
      )
      replaced.set(node, `{${members.join(',')}}`)
      how.push(`a key of ${place} becomes "${key}"`)
    }
  }
  return { fixture, text: toJson(root, { replaced }), name: fixture.path.replace(/\.\w+$/, '.json'), how: how.join('; ') }
}

function inText(fixture: Fixture, other: Fixture, next: Next): Mutant {
  let { text } = fixture
  const how: string[] = []
  for (let left = 1 + next(3); left > 0; left--) {
    const lines = text.split('\n')
    const line = next(lines.length)
    const place = next(text.length + 1)
    const snippet = SNIPPETS[next(SNIPPETS.length)] as string
    const changes: readonly [string, () => string][] = [
      ['cut off', () => text.slice(0, place)],
      ['a line less', () => lines.toSpliced(line, 1).join('\n')],
      ['a line twice', () => lines.toSpliced(line, 0, lines[line] as string).join('\n')],
      [
        'a line elsewhere',
        () =>
          lines
            .toSpliced(line, 1)
            .toSpliced(next(lines.length), 0, lines[line] as string)
            .join('\n'),
      ],
      ['a line of another document', () => lines.toSpliced(line, 0, other.text.split('\n')[line] ?? '').join('\n')],
      ['deeper', () => lines.with(line, `${' '.repeat(1 + next(4))}${lines[line]}`).join('\n')],
      ['less deep', () => lines.with(line, (lines[line] as string).replace(/^ {1,2}/, '')).join('\n')],
      ['a character less', () => text.slice(0, place) + text.slice(place + 1)],
      ['another character', () => text.slice(0, place) + String.fromCharCode(next(256)) + text.slice(place + 1)],
      ['something between', () => text.slice(0, place) + snippet + text.slice(place)],
    ]
    const [name, change] = changes[next(changes.length)] as (typeof changes)[number]
    text = change()
    how.push(`${name} (line ${line + 1}, character ${place})`)
  }
  return { fixture, text, name: fixture.path, how: how.join('; ') }
}

/** The numbers that follow from a seed (mulberry32). */
function random(seed: number): Next {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
