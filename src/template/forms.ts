import type { Node } from '../source/tree.ts'
import { OPAQUE, WORD } from '../text.ts'
import { either, Known, type Place, type Resolver, string, type When } from '../values.ts'
import { callOf, editable } from './intrinsics.ts'
import { branchesOf, unknownFrames, withoutReferences } from './leads.ts'
import type { Template } from './template.ts'

/** A text that an element can hold, as far as it is known. */
export interface Form {
  /** Unknown parts are `OPAQUE`, or `WORD` where they hold neither `:` nor `/`. */
  readonly text: string
  /** Whether nothing of it is unknown. */
  readonly isWhole: boolean
  readonly place: Place
  readonly when: When
  /** The item, or the branch of its `Fn::If`, that it is a form of. */
  readonly item: Node
}

/**
 * Every form of a text or of the items of a list of texts.
 * @param resolver that of a document within the template, where the node stands in one; a function there is none
 */
export function formsOf(template: Template, node: Node, when: When, resolver: Resolver = template.resolver): Form[] {
  return branchesOf(template, node, when).flatMap((branch) =>
    branch.node.kind === 'sequence'
      ? branch.node.items.flatMap((item) => formsOf(template, item, branch.when, resolver))
      : formsOfItem(template, branch.node, branch.when, resolver),
  )
}

function formsOfItem(template: Template, item: Node, when: When, resolver: Resolver): Form[] {
  const forms: Form[] = []
  // A value can be unknown for several reasons and look the same.
  const partial = new Map<string, { node: Node; when: When }>()
  const addPartial = (text: string, node: Node, under: When): void => {
    const same = partial.get(text)
    partial.set(text, { node, when: same ? either(same.when, under) : under })
  }
  for (const fact of resolver.resolve(item, when)) {
    if (fact.state === 'known') {
      for (const value of fact.value.kind === 'sequence' ? fact.value.items : [fact.value]) {
        const text = string.read(value)
        const node = value === fact.value ? fact.node : value
        if (text === undefined) addPartial(OPAQUE, node, fact.when)
        else forms.push({ text, isWhole: true, place: new Known(text, node, fact.when, fact.via), when: fact.when, item })
      }
    } else if (fact.state === 'unknown') {
      const { node } = fact
      if (resolver === template.resolver && callOf(node))
        for (const frame of unknownFrames(template, node, fact.when)) addPartial(frame.text, node, frame.when)
      else addPartial(node.kind === 'scalar' ? withoutReferences(node.text) : OPAQUE, node, fact.when)
    }
  }
  for (const [text, { node, when: under }] of partial)
    forms.push({ text, isWhole: false, place: { node: editable(node), when: under }, when: under, item })
  return forms
}

/** Of each item the wrong forms that are wholly known, or else the first that is known in part. */
export function suspectsOf<F extends Form>(forms: readonly F[], isWrong: (text: string) => boolean): F[] {
  const wrong = forms.filter(({ text }) => isWrong(text))
  return wrong.filter((form, i) => {
    const others = wrong.filter((other) => other !== form && other.item === form.item)
    return form.isWhole || !others.some((other) => other.isWhole || wrong.indexOf(other) < i)
  })
}

/** Whether a text has unknown parts. */
export const isPartial = (text: string): boolean => text.includes(OPAQUE) || text.includes(WORD)
