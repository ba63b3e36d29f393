import { at, callOf, childOf, type Known, type Project, type Resource, string } from '#rule'
import { isBuilt } from './_built.ts'

/** A function whose code lies in a folder of the project as it is, so that its handler can be looked for. */
export interface Handler {
  readonly fact: Known<string>
  readonly runtime: string
  /** The folder, without `./` and a slash at its end; `.` for the folder of the template. */
  readonly folder: string
  readonly project: Project
}

/** The handlers of a function that are written in the template, where nothing but their folder decides what is deployed. */
export function handlersOf(resource: Resource): Handler[] {
  const { project } = resource.template
  const folder = folderOf(resource)
  if (!project || folder === undefined || isBuilt(folder) || project.typeOf(folder) !== 'folder') return []
  // Layers and images bring files of their own, and a build may make anything.
  if (at(resource.node, 'Layers') || resource.facts('PackageType').some(({ state }) => state !== 'absent')) return []
  if (resource.attribute('Metadata')) return []
  const runtimes = resource.known('Runtime', string)
  const [only, ...others] = resource.known('Handler', string)
  const [runtime, ...more] = runtimes
  if (!only || others.length || only.via || !runtime || more.length || /[${}\s]/.test(only.value)) return []
  return [{ fact: only, runtime: runtime.value, folder, project }]
}

/** The folder of the project that a function's code is in; undefined where it is none or not known. */
export function folderOf(resource: Resource): string | undefined {
  const name = resource.type === 'AWS::Serverless::Function' ? 'CodeUri' : 'Code'
  const written = childOf(resource.node, name)
  if (written?.kind !== 'scalar' || written.value === null || callOf(written)) return undefined
  return localPath(written.text)
}

/** A path of the project as it is asked for; undefined for an address, a placeholder, or a path from the root. */
export function localPath(text: string): string | undefined {
  const path = text.replace(/^(\.\/)+/, '').replace(/\/+$/, '') || '.'
  return /^[\w@.-]+(\/[\w@.-]+)*$/.test(path) ? path : undefined
}

export const join = (folder: string, path: string): string => (folder === '.' ? path : `${folder}/${path}`)

/** What makes other files of those that are there: bundlers, compilers, scripts of a package. */
const TOOLS =
  /^(tsconfig.*\.json|(webpack|rollup|vite|esbuild|tsup|rspack|babel|nx|serverless)\b.*|\.babelrc.*|Makefile|project\.json|build\.(sh|js|mjs|ts))$/

/** Whether something seems to make the code that is deployed out of what lies in the folder. */
export function hasBuildStep({ project, folder }: Handler): boolean {
  const steps = folder === '.' ? [] : folder.split('/')
  for (let depth = steps.length; depth >= 0; depth--) {
    const here = steps.slice(0, depth).join('/') || '.'
    if (project.list(here)?.some((name) => TOOLS.test(name)) ?? true) return true
    if (/"(build|bundle|compile|package|transpile)[\w:-]*"\s*:/.test(project.read(join(here, 'package.json')) ?? '')) return true
  }
  return false
}

export type Language = 'python' | 'node' | 'ruby'

/** Where a handler leads: the file without its extension, and the name within it. */
export interface Target {
  readonly language: Language
  readonly module: string
  readonly name: string
}

export function targetOf({ fact, runtime }: Handler): Target | undefined {
  const handler = fact.value
  if (runtime.startsWith('python')) {
    const dot = handler.lastIndexOf('.')
    return dot > 0 ? { language: 'python', module: handler.slice(0, dot).replaceAll('.', '/'), name: handler.slice(dot + 1) } : undefined
  }
  const language = runtime.startsWith('nodejs') ? 'node' : runtime.startsWith('ruby') ? 'ruby' : undefined
  const slash = handler.lastIndexOf('/') + 1
  const dot = handler.indexOf('.', slash)
  if (!language || dot <= slash) return undefined
  return { language, module: handler.slice(0, dot), name: handler.slice(dot + 1) }
}

const EXTENSIONS: Readonly<Record<Language, readonly string[]>> = {
  python: ['.py'],
  node: ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.jsx', '.tsx'],
  ruby: ['.rb'],
}
export const extensionsOf = (language: Language): readonly string[] => EXTENSIONS[language]

/** The names in the folder in which a module should be, and its own name. */
export function namesAround(
  { project, folder }: Handler,
  module: string,
): { readonly names: readonly string[]; readonly base: string } | undefined {
  const slash = module.lastIndexOf('/')
  const where = slash < 0 ? folder : join(folder, module.slice(0, slash))
  const type = project.typeOf(where)
  const names = type === 'missing' ? [] : project.list(where)
  return names ? { names, base: module.slice(slash + 1) } : undefined
}
