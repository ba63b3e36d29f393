import { Buildspec } from './buildspec/buildspec.ts'
import { embed, PlacedText, scalarOf } from './source/embedded.ts'
import type { Source } from './source/source.ts'
import { derived, type Entry, entryOf, type Node, type Scalar, type Sequence } from './source/tree.ts'
import type { Resource, Template } from './template/template.ts'
import { textsAt, textsOf } from './template/texts.ts'
import { mappingOf, OPAQUE_AWARE, type When } from './values.ts'

/** A buildspec that stands as text in a template. */
export interface EmbeddedBuildspec {
  /** Positioned in the template. */
  readonly source: Source
  /** The node that it is the value of. */
  readonly host: Node
  /** undefined when the text cannot be read as a map. */
  readonly buildspec: Buildspec | undefined
  readonly when: When
}

/** The buildspecs within a template: of build projects, and the commands of a pipeline's Commands actions. */
export function embeddedBuildspecs(template: Template): EmbeddedBuildspec[] {
  return [
    ...template.resourcesOf('AWS::CodeBuild::Project').flatMap(inlineBuildspecs),
    ...template.resourcesOf('AWS::CodePipeline::Pipeline').flatMap(commandActions),
  ]
}

/** Whether the BuildSpec of a project is the text of one, not the path or ARN of a file. */
export const isInline = (text: string): boolean => /[\r\n]|^\s*\{|^\s*[\w"'-]+:(\s|$)/.test(text)

/** The texts of a project's own source that are no path or ARN. */
function inlineBuildspecs(project: Resource): EmbeddedBuildspec[] {
  const { template } = project
  return project.items('Source').flatMap((source) =>
    textsOf(template, source, 'BuildSpec').flatMap(({ text, host, when }) => {
      if (!isInline(text.text)) return []
      const inner = embed(template.source, host, text)
      const { root } = inner
      // What an unknown part may stand for can make any text well-formed.
      if (root?.kind !== 'mapping' && text.isPartlyUnknown) return []
      const buildspec = root?.kind === 'mapping' ? new Buildspec(inner, root, when, OPAQUE_AWARE, project) : undefined
      return [{ source: inner, host, buildspec, when }]
    }),
  )
}

/** Commands that a pipeline runs itself, as the buildspec that they are the build phase of. */
function commandActions(pipeline: Resource): EmbeddedBuildspec[] {
  const { template } = pipeline
  const actions = pipeline.items('Stages').flatMap((stage) => stage.items('Actions'))
  return actions.flatMap(({ node, when }) => {
    const commands = entryOf(node, 'Commands')?.value
    if (commands?.kind !== 'sequence') return []
    const found: EmbeddedBuildspec[] = []
    const items = commands.items.map((item) => {
      const texts = textsAt(template, item, when)
      const [only, ...others] = texts
      if (only && others.length === 0 && only.when === when) return scalarOf(only.host, only.text)
      // What stands there only under a condition is looked at by itself.
      for (const text of texts) found.push(ofCommands(template, commands, [scalarOf(text.host, text.text)], text.when))
      return scalarOf(item, PlacedText.opaque(item.span))
    })
    return [ofCommands(template, commands, items, when), ...found]
  })
}

function ofCommands(template: Template, host: Sequence, items: readonly Scalar[], when: When): EmbeddedBuildspec {
  const { source } = template
  const build = mappingOf(host, [entryAt(host, 'commands', { ...host, items })])
  const phases = mappingOf(host, [entryAt(host, 'build', build)])
  const root = mappingOf(host, [entryAt(host, 'version', derived(host, '0.2')), entryAt(host, 'phases', phases)])
  return { source, host, buildspec: new Buildspec(source, root, when, OPAQUE_AWARE), when }
}

const entryAt = (place: Node, name: string, value: Node): Entry => ({ key: derived(place, name), value })
