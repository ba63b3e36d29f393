/** `npm run new <group>/<defect>`: a rule and its fixtures, which fail their tests until they are written. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './groups.ts'

/** Stands wherever something must be written; the contract test finds it. */
export const UNWRITTEN = '(to be written)'

/** What the rules of these groups look at; every other group is the namespace of a service. */
const TARGETS: Readonly<Record<string, string>> = {
  template: 'template',
  intrinsic: 'template',
  parameter: 'template',
  condition: 'template',
  mapping: 'template',
  output: 'template',
  schema: '*',
  appspec: 'appspec',
  buildspec: 'buildspec',
}

/**
 * The files of a new rule, by path from the root.
 * @param on what the rule looks at
 */
export function scaffold(id: string, on: string): Record<string, string> {
  const rule = `import { defineRule } from '#rule'

export default defineRule({
  id: '${id}',
  title: '${UNWRITTEN}',
  severity: 'error',
  on: ['${on}'],
  why: '${UNWRITTEN}',
  fix: '${UNWRITTEN}',
  sources: [{ url: 'https://docs.aws.amazon.com/', fact: '${UNWRITTEN}' }],
  messages: {
    wrong: '{property} is {value}; ${UNWRITTEN}.',
  },
  check(_target, _context) {},
})
`
  return {
    [`rules/${id}.ts`]: rule,
    [`fixtures/${id}/bad.yaml`]: `# ${UNWRITTEN}: two defects, then npm test -- --update\n${document(on)}`,
    [`fixtures/${id}/good.yaml`]: `# ${UNWRITTEN}: where the rule must stay silent\n${document(on)}`,
  }
}

function document(on: string): string {
  if (on === 'appspec') return 'version: 0.0\nos: linux\nfiles:\n  - source: /\n    destination: /srv/app\n'
  if (on === 'buildspec') return 'version: 0.2\nphases:\n  build:\n    commands:\n      - make\n'
  return `Resources:\n  Example:\n    Type: ${on.includes('::') ? on : 'AWS::SQS::Queue'}\n`
}

/**
 * What is wrong with the id of a new rule; undefined when nothing is.
 * @param exists whether a path from the root exists
 */
export function refusal(id: string | undefined, exists: (path: string) => boolean): string | undefined {
  if (!id) return 'name the rule: npm run new <group>/<defect>, as in npm run new lambda/memory-out-of-range'
  if (!/^[a-z0-9]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    return `"${id}" is no id of a rule: it is <group>/<defect> in lower case with "-" between words, as lambda/memory-out-of-range`
  for (const path of [`rules/${id}.ts`, `fixtures/${id}`]) if (exists(path)) return `${path} exists already`
  return undefined
}

/** What the other rules of the group look at first, or the group's own target. */
function targetOf(group: string, root: string): string {
  const own = TARGETS[group]
  if (own) return own
  const folder = join(root, 'rules', group)
  const siblings = existsSync(folder) ? readdirSync(folder).filter((name) => /^[^_].*\.ts$/.test(name)) : []
  for (const name of siblings.sort()) {
    const on = /\bon: \['([^']+)'/.exec(readFileSync(join(folder, name), 'utf8'))?.[1]
    if (on) return on
  }
  return `AWS::${group[0]?.toUpperCase()}${group.slice(1)}::Type`
}

function main(id: string | undefined): void {
  const refused = refusal(id, (path) => existsSync(join(ROOT, path)))
  if (refused || !id) {
    console.error(refused)
    process.exitCode = 2
    return
  }
  const [group] = id.split('/') as [string]
  for (const [path, text] of Object.entries(scaffold(id, targetOf(group, ROOT)))) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true })
    writeFileSync(join(ROOT, path), text)
    console.log(`wrote ${path}`)
  }
  console.log(`Write them, run npm test -- --update, read fixtures/${id}/bad.yaml, then npm run docs.`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv[2])
