import { parseSource } from '../source/source.ts'
import { entryOf } from '../source/tree.ts'
import { table } from '../table.ts'
import { string } from '../values.ts'
import { type Resource, SAM_TRANSFORM, Template } from './template.ts'

/** The property of each type that can name the template of a nested stack. */
const LOCATIONS: Readonly<Record<string, string>> = table({
  'AWS::CloudFormation::Stack': 'TemplateURL',
  'AWS::Serverless::Application': 'Location',
})

const children = new WeakMap<Resource, Template | null>()

/**
 * The template of a nested stack, where it is a local file that can be read beside the document; undefined where it lies
 * elsewhere, is none, or may hold more than is written.
 */
export function nestedTemplate(stack: Resource): Template | undefined {
  let child = children.get(stack)
  if (child === undefined) {
    child = read(stack) ?? null
    children.set(stack, child)
  }
  return child ?? undefined
}

function read(stack: Resource): Template | undefined {
  const { project, schemas } = stack.template
  const location = LOCATIONS[stack.type]
  if (!project || !location) return undefined
  const [only, ...others] = stack.known(location, string)
  if (!only || others.length || only.via || /^[a-z0-9-]+:|^\/|[${}]/i.test(only.value)) return undefined
  const path = only.value.replace(/^\.\//, '')
  const text = project.typeOf(path) === 'file' ? project.read(path) : undefined
  if (text === undefined) return undefined
  const { root, problems, ...rest } = parseSource(text, path)
  if (root?.kind !== 'mapping' || problems.length || !entryOf(root, 'Resources')) return undefined
  const transform = entryOf(root, 'Transform')?.value
  const names = transform?.kind === 'sequence' ? transform.items : transform ? [transform] : []
  const isSam = names.some((name) => name.kind === 'scalar' && name.text === SAM_TRANSFORM)
  const child = new Template({ root, problems, ...rest }, root, isSam ? 'sam' : 'cloudformation', schemas ? { schemas } : {})
  return child.isRewritten ? undefined : child
}
