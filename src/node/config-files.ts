import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** Where settings were found; nothing of it has been read but a package.json. */
export interface FoundConfig {
  readonly path: string
  readonly form: 'awslint' | 'package' | 'cfn-lint'
}

const OWN = ['.awslint.yaml', '.awslint.yml', '.awslint.json']
const CFN_LINT = ['.cfnlintrc', '.cfnlintrc.yaml', '.cfnlintrc.yml']

/**
 * Finds the configuration for the files of a folder: the nearest one from it up to the root of the repository, or the nearest
 * .cfnlintrc where there is none of ours. Without a repository it looks up to the working directory only.
 */
export function configFinder(cwd: string): (folder: string) => FoundConfig | undefined {
  const inFolder = new Map<string, { own: FoundConfig | undefined; cfnLint: FoundConfig | undefined }>()
  const found = new Map<string, FoundConfig | undefined>()
  const look = (folder: string) => {
    let known = inFolder.get(folder)
    if (!known) {
      known = { own: ownIn(folder), cfnLint: firstOf(folder, CFN_LINT, 'cfn-lint') }
      inFolder.set(folder, known)
    }
    return known
  }
  return (folder) => {
    if (!found.has(folder)) {
      const folders = foldersAbove(folder, cwd).map(look)
      found.set(folder, folders.find(({ own }) => own)?.own ?? folders.find(({ cfnLint }) => cfnLint)?.cfnLint)
    }
    return found.get(folder)
  }
}

/** The form of a configuration file that somebody names. */
export const formOf = (path: string): FoundConfig['form'] =>
  /(^|[\\/])package\.json$/.test(path) ? 'package' : /(^|[\\/])\.cfnlintrc(\.ya?ml)?$/.test(path) ? 'cfn-lint' : 'awslint'

/** From a folder up to the root of its repository. */
function foldersAbove(folder: string, cwd: string): string[] {
  const folders: string[] = []
  for (let here = folder; ; here = dirname(here)) {
    folders.push(here)
    if (existsSync(join(here, '.git'))) return folders
    if (here === dirname(here)) return folders.slice(0, relative(cwd, folder).startsWith('..') ? 1 : folders.indexOf(cwd) + 1 || 1)
  }
}

function ownIn(folder: string): FoundConfig | undefined {
  return firstOf(folder, OWN, 'awslint') ?? inPackage(join(folder, 'package.json'))
}

function firstOf(folder: string, names: readonly string[], form: FoundConfig['form']): FoundConfig | undefined {
  const name = names.find((name) => isFile(join(folder, name)))
  return name === undefined ? undefined : { path: join(folder, name), form }
}

function inPackage(path: string): FoundConfig | undefined {
  try {
    return isFile(path) && /"awslint"\s*:/.test(readFileSync(path, 'utf8')) ? { path, form: 'package' } : undefined
  } catch {
    return undefined
  }
}

const isFile = (path: string): boolean => {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
  } catch {
    return false
  }
}
