import { SamGenerated } from './sam-generated.ts'
import type { Template } from './template.ts'

export const PSEUDO_PARAMETERS = [
  'AWS::AccountId',
  'AWS::NoValue',
  'AWS::NotificationARNs',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
] as const

/** What a name stands for: `generated` by SAM, `unknown` where a macro, an include or a loop may define it. */
export type Meaning = 'parameter' | 'resource' | 'pseudo' | 'generated' | 'unknown'

/** The names that functions of a template can use. */
export class Names {
  readonly #open: boolean
  #sam: SamGenerated | undefined

  constructor(private readonly template: Template) {
    this.#open = template.isOpen('Resources') || template.isOpen('Parameters')
  }

  /** What a name in Ref, GetAtt, Sub or DependsOn stands for; undefined when it is certainly nothing. */
  meaningOf(name: string): Meaning | undefined {
    const { template } = this
    if (template.parameters.has(name)) return 'parameter'
    if (template.resources.has(name)) return 'resource'
    if (name.startsWith('AWS::')) return (PSEUDO_PARAMETERS as readonly string[]).includes(name) ? 'pseudo' : undefined
    if (this.#open) return 'unknown'
    if (template.kind === 'sam' && this.sam.has(name)) return 'generated'
    // A module brings resources whose IDs begin with its own.
    for (const [id, resource] of template.resources) {
      if (name.startsWith(id) && resource.type.endsWith('::MODULE')) return 'unknown'
    }
    // A section entry of the wrong shape still defines its name.
    if (template.sectionEntries('Resources').some((entry) => entry.key.text === name)) return 'resource'
    return undefined
  }

  /** Whether `name` is a dotted reference of SAM's own, `Fn.Alias`. */
  isSamReference(name: string): boolean {
    const dot = name.indexOf('.')
    if (this.template.kind !== 'sam' || dot < 0) return false
    const meaning = this.meaningOf(name.slice(0, dot))
    return (meaning === 'resource' || meaning === 'generated') && this.sam.hasProperty(name.slice(0, dot), name.slice(dot + 1))
  }

  /** Every name that Ref and Sub can use, for "did you mean". */
  get all(): string[] {
    return [...this.template.parameters.keys(), ...this.template.resources.keys(), ...PSEUDO_PARAMETERS]
  }

  get sam(): SamGenerated {
    this.#sam ??= new SamGenerated(this.template)
    return this.#sam
  }
}
