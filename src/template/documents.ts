import { Lines } from '../source/lines.ts'
import { parseSource, type Source } from '../source/source.ts'
import { entryOf, type Node } from '../source/tree.ts'
import { canHold, type Properties, string, type When } from '../values.ts'
import type { Template } from './template.ts'

/** A file beside the template that a property names and that goes into what is deployed: a state machine, the description of an API. */
export interface Part {
  /** From the folder of the template, with `/`. */
  readonly path: string
  /** Positioned in the file itself; findings at its nodes are reported as those of the file. */
  readonly source: Source
  /** Where the template names it. */
  readonly node: Node
  readonly when: When
}

/**
 * The files that a property names, read; none where the project is not looked at, and for what lies elsewhere (a URL, an
 * absolute path), is given by a parameter, or cannot be read.
 * @param property a key of the mapping itself, no path
 * @param prepare makes of the text what is parsed, where placeholders in it would be no YAML or JSON; of the same length,
 *   line by line. The first one that is given for a path counts.
 */
export function partsAt(template: Template, of: Properties, property: string, prepare = (text: string): string => text): Part[] {
  const { project } = template
  if (!project || !entryOf(of.node, property)) return []
  return of.known(property, string).flatMap(({ value, node, when, via }): Part[] => {
    if (via || !canHold(when) || /^[a-z0-9-]+:|^[/\\]|[${}]|^\s*$/i.test(value)) return []
    const path = normal(value)
    const known = template.parts.get(path)
    const source = known ?? read(template, path, prepare)
    if (!source) return []
    if (!known) template.parts.set(path, source)
    return [{ path, source, node, when }]
  })
}

function read({ project }: Template, path: string, prepare: (text: string) => string): Source | undefined {
  const text = project?.typeOf(path) === 'file' ? project.read(path) : undefined
  if (text === undefined) return undefined
  return { ...parseSource(prepare(text), path), text, lines: new Lines(text) }
}

/** Without `./` and with each `..` taken off as far as it goes. */
function normal(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
