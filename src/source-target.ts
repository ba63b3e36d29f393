import type { Kind } from './kind.ts'
import type { Problem, ProblemCode, Source } from './source/source.ts'
import type { Node, Scalar, Span } from './source/tree.ts'

/** What each kind of document is called in messages. */
const NAMES: Readonly<Record<Kind | 'part', string>> = {
  cloudformation: 'template',
  sam: 'template',
  appspec: 'AppSpec',
  buildspec: 'buildspec',
  part: 'file',
}

/** A problem of a text at a place that a rule can report, also where the text has no tree. */
export interface PlacedProblem extends Problem {
  readonly place: { readonly node: Node; readonly span: Span }
}

/** A text as such, with the kind of document that it is. */
export class SourceTarget {
  constructor(
    readonly source: Source,
    /** `part` for a file that a template names. */
    readonly kind: Kind | 'part',
    /** Of a text within a document: the node that it is the value of. */
    private readonly host?: Node,
  ) {}

  /** `template`, `AppSpec`, `buildspec`, `file`. */
  get name(): string {
    return NAMES[this.kind]
  }

  get isTemplate(): boolean {
    return this.kind === 'cloudformation' || this.kind === 'sam'
  }

  /** The problems of one kind, in order. */
  problems(code: ProblemCode): PlacedProblem[] {
    return this.source.problems
      .filter((problem) => problem.code === code)
      .map((problem) => ({ ...problem, place: this.place(problem.span) }))
  }

  /** A part of the text that belongs to no node. */
  place(span: Span): PlacedProblem['place'] {
    const { parent, key, index } = this.host ?? { parent: null, key: null, index: -1 }
    const nowhere: Scalar = { kind: 'scalar', value: null, text: '', style: 'plain', span, parent, key, index }
    return { node: this.source.root ?? nowhere, span }
  }
}
