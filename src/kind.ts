import type { Source } from './source/source.ts'
import { at, childOf, entryOf, type Mapping, type Node } from './source/tree.ts'
import { closest } from './text.ts'

export type Kind = 'cloudformation' | 'sam' | 'appspec' | 'buildspec'
export const KINDS: readonly Kind[] = ['cloudformation', 'sam', 'appspec', 'buildspec']

/**
 * What a document is, told from its content first and its name second; null for one that is none of ours.
 * Near misses (`Resource:`, `Phases:`) count as what they were meant to be.
 */
export function kindOf(source: Source): Kind | null {
  const { root } = source
  if (root === null)
    return source.problems.some((problem) => problem.code !== 'alias' && problem.code !== 'empty') || isBlank(source.text)
      ? kindOfText(source)
      : null
  if (root.kind !== 'mapping') return kindOfName(source.name)
  if (isForeign(root)) return null
  return kindOfMapping(root, source.name)
}

const isBlank = (text: string): boolean => text.replace(/#.*|---|[\s\uFEFF]+/g, '') === ''

/** Keys that only documents of other tools have at the top. */
const FOREIGN_KEYS = [
  'apiVersion',
  'kind',
  'swagger',
  'openapi',
  'asyncapi',
  'services',
  'frontend',
  'backend',
  'applications',
  'jobs',
  'stages',
  'dependencies',
  'devDependencies',
  '$schema',
  'provider',
]

function isForeign(root: Mapping): boolean {
  const has = (name: string): boolean => entryOf(root, name) !== undefined
  return FOREIGN_KEYS.some(has) && !has('AWSTemplateFormatVersion') && !has('Resources') && !has('phases')
}

function kindOfMapping(root: Mapping, name: string): Kind | null {
  const has = (key: string): boolean => entryOf(root, key) !== undefined
  const like = (key: string): Node | undefined => valueLike(root, key)
  if (isSam(root)) return 'sam'
  if (has('AWSTemplateFormatVersion')) return 'cloudformation'

  const resources = like('Resources')
  if (
    resources?.kind === 'sequence' &&
    resources.items.length > 0 &&
    resources.items.every((item) => item.kind === 'mapping' && item.entries.length > 0)
  ) {
    if (resources.items.some(isAppSpecResource) || nameKind(name) === 'appspec' || like('version') || like('Hooks')) return 'appspec'
  }
  if (resources?.kind === 'mapping') {
    // Resources written as a mapping is a mistake that AppSpec files make, too.
    if (nameKind(name) === 'appspec' && isAppSpecVersion(root) && isAppSpecResource(resources)) return 'appspec'
    if (resources.entries.some((entry) => isResource(entry.value))) return 'cloudformation'
    if (has('Resources') && resources.entries.every((entry) => entry.value.kind === 'mapping' || entry.key.text.startsWith('Fn::'))) {
      if (resources.entries.length > 0 || templateSections(root) > 1 || nameKind(name) === 'cloudformation' || root.entries.length === 1)
        return 'cloudformation'
    }
  } else if (has('Resources') && resources?.kind === 'scalar' && resources.value === null) {
    return nameKind(name) === 'appspec' ? 'appspec' : 'cloudformation'
  }
  if (templateSections(root) > 1 && !isParameterFile(root)) return 'cloudformation'

  const named = nameKind(name)
  if (isBuildspec(root, name)) return 'buildspec'
  if (isAppSpec(root, name)) return 'appspec'
  if (named === 'buildspec' && isBareBuildspec(root)) return 'buildspec'
  if (named === 'cloudformation' && root.entries.length > 0 && templateSections(root) > 0 && !isParameterFile(root)) return 'cloudformation'
  return null
}

/** The value under a key or one that is nearly spelt so. */
function valueLike(root: Mapping, key: string): Node | undefined {
  const exact = childOf(root, key)
  if (exact) return exact
  return root.entries.find((entry) => closest(entry.key.text, [key]) !== undefined)?.value
}

function isResource(node: Node): boolean {
  const type = at(node, 'Type')
  return type?.kind === 'scalar' && /^(AWS|Alexa|Custom|[A-Za-z0-9]+)::[A-Za-z0-9_@-]+/.test(type.text)
}

function isSam(root: Mapping): boolean {
  const transform = childOf(root, 'Transform')
  const names = transform?.kind === 'sequence' ? transform.items : transform ? [transform] : []
  if (names.some((name) => name.kind === 'scalar' && /^AWS::Serverless/.test(name.text))) return true
  const resources = valueLike(root, 'Resources')
  if (resources?.kind !== 'mapping') return false
  return resources.entries.some((entry) => {
    const type = at(entry.value, 'Type')
    return type?.kind === 'scalar' && type.text.startsWith('AWS::Serverless::')
  })
}

function isAppSpecResource(item: Node): boolean {
  if (item.kind !== 'mapping') return false
  return item.entries.some((entry) => {
    const type = entry.value.kind === 'mapping' ? valueLike(entry.value, 'Type') : undefined
    return type?.kind === 'scalar' && /^AWS::(ECS::Service|Lambda::Function)$/.test(type.text)
  })
}

function isAppSpecVersion(root: Mapping): boolean {
  const version = childOf(root, 'version')
  return version?.kind === 'scalar' && /^0\.0$/.test(version.text)
}

const TEMPLATE_SECTIONS = [
  'Description',
  'Metadata',
  'Parameters',
  'Rules',
  'Mappings',
  'Conditions',
  'Transform',
  'Resources',
  'Outputs',
  'Globals',
]
const templateSections = (root: Mapping): number => TEMPLATE_SECTIONS.filter((name) => entryOf(root, name)).length

/** CodePipeline's template configuration and Git sync's deployment file: parameters, tags and a stack policy. */
function isParameterFile(root: Mapping): boolean {
  return (
    !entryOf(root, 'Resources') &&
    root.entries.every((entry) => /^(Parameters|Tags|StackPolicy|parameters|tags|template-file-path)$/.test(entry.key.text))
  )
}

const PHASES = ['install', 'pre_build', 'build', 'post_build']
const BUILDSPEC_SECTIONS = ['version', 'run-as', 'env', 'proxy', 'batch', 'phases', 'reports', 'artifacts', 'cache']

function isBuildspec(root: Mapping, name: string): boolean {
  const phases = valueLike(root, 'phases')
  const version = childOf(root, 'version')
  const ofBuildspec = version === undefined || (version.kind === 'scalar' && /^0\./.test(version.text))
  if (phases?.kind === 'mapping') {
    // Other builders have phases too, with keys of their own in them.
    const isOwn = version !== undefined || phases.entries.some((entry) => at(entry.value, 'commands') || at(entry.value, 'finally'))
    if (entryOf(root, 'phases'))
      return nameKind(name) === 'buildspec' || (isOwn && (ofBuildspec || phases.entries.some((entry) => PHASES.includes(entry.key.text))))
    return phases.entries.some(({ key }) => PHASES.includes(key.text) || closest(key.text, PHASES) !== undefined)
  }
  if (phases && entryOf(root, 'phases') && version && ofBuildspec) return true
  const batch = childOf(root, 'batch')
  if (batch?.kind === 'mapping' && version && ofBuildspec) return true
  return nameKind(name) === 'buildspec' && root.entries.some((entry) => PHASES.includes(entry.key.text))
}

/** Without phases and batch the name alone is no evidence: others call their own files so. */
function isBareBuildspec(root: Mapping): boolean {
  if (root.entries.length === 0) return true
  const own = root.entries.filter(({ key }) => BUILDSPEC_SECTIONS.includes(key.text))
  return own.length * 2 > root.entries.length
}

function isAppSpec(root: Mapping, name: string): boolean {
  const has = (key: string): boolean => root.entries.some((entry) => entry.key.text.toLowerCase() === key)
  const hooks = childOf(root, 'hooks')
  if (has('os') && (has('files') || has('hooks') || has('version'))) return true
  if (has('files') && has('hooks') && has('version')) return true
  if (nameKind(name) !== 'appspec')
    return has('version') && hooks?.kind === 'mapping' && hooks.entries.some((entry) => HOOKS.test(entry.key.text))
  if (root.entries.length === 0 || ['os', 'files', 'permissions', 'hooks', 'resources'].some(has)) return true
  // Other tools, too, call a file so and give it a version of theirs.
  const version = root.entries.find((entry) => entry.key.text.toLowerCase() === 'version')?.value
  return version?.kind === 'scalar' && /^[01]?(\.0*)?$/.test(version.text)
}

const HOOKS = /^(Application(Stop|Start)|(Before|After)(Install|AllowTraffic|BlockTraffic)|ValidateService)$/

/** The kind that a file name stands for when the content does not say. */
export function nameKind(name: string): Kind | null {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).toLowerCase()
  if (/^appspec[\w.-]*\.(ya?ml|json)$/.test(base)) return 'appspec'
  if (/^(.*[-_.])?buildspec[\w.-]*\.(ya?ml|json)$/.test(base)) return 'buildspec'
  if (/(^|[-_.])(template|cloudformation|cfn|stack)[\w.-]*\.(ya?ml|json|template)$/.test(base) || /\.(template|cfn)$/.test(base))
    return 'cloudformation'
  return null
}

/** For a text that gives nothing away itself. Names that others use as well do not count then: `nginx.conf.template`, `stack.yaml`. */
function kindOfName(name: string): Kind | null {
  const kind = nameKind(name)
  if (kind !== 'cloudformation') return kind
  return /(^|[-_./\\])(cloudformation|cfn)\b|(^|[/\\])template\.(ya?ml|json)$/i.test(name) ? kind : null
}

/** For a text that cannot be parsed: the first lines that give it away. */
function kindOfText(source: Source): Kind | null {
  const { text } = source
  if (
    /^[ \t]*["']?Transform["']?\s*:.*AWS::Serverless|^[ \t]*-\s*["']?AWS::Serverless-2016|["']?Type["']?\s*:\s*["']?AWS::Serverless::/m.test(
      text,
    )
  )
    return 'sam'
  if (/["']?AWSTemplateFormatVersion["']?\s*:/.test(text)) return 'cloudformation'
  if (/^[ \t]*["']?Resources["']?\s*:/m.test(text) && /["']?Type["']?\s*:\s*["']?[A-Za-z0-9]+::[A-Za-z0-9]+::/.test(text)) {
    return /^[ \t]*["']?version["']?\s*:\s*["']?0\.0/m.test(text) ? 'appspec' : 'cloudformation'
  }
  if (/^(phases|batch)\s*:/m.test(text)) return 'buildspec'
  if (/^version\s*:\s*["']?0\.0/m.test(text) && /^(os|files|hooks|permissions|Resources|resources)\s*:/m.test(text)) return 'appspec'
  return kindOfName(source.name)
}
