import type { PlacedText } from '../source/embedded.ts'
import { childOf, type Span } from '../source/tree.ts'
import type { Properties } from '../values.ts'
import { callOf } from './intrinsics.ts'
import { branchesOf } from './leads.ts'
import type { Resource } from './template.ts'
import { type EmbeddedText, textsAt } from './texts.ts'

/** The types that carry a script for instances. */
export const LAUNCHING = ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'] as const

/** The scripts of an instance, launch template or launch configuration that stand in the template, under `Fn::Base64`. */
export function userDataOf(resource: Resource): EmbeddedText[] {
  const holders: Properties[] = resource.type === 'AWS::EC2::LaunchTemplate' ? resource.items('LaunchTemplateData') : [resource]
  return holders.flatMap((holder) => {
    const node = childOf(holder.node, 'UserData')
    return (node ? branchesOf(resource.template, node, holder.when) : []).flatMap((branch) => {
      const call = callOf(branch.node)
      return call?.name === 'Fn::Base64' ? textsAt(resource.template, call.argument, branch.when) : []
    })
  })
}

/** One call of a helper program (`cfn-init`, `cfn-signal`) in a script. */
export interface HelperCall {
  /** The value of an option and its place, when it is written as plain letters and digits. */
  option(...names: string[]): { readonly value: string; readonly span: Span } | undefined
  /** Whether an option is there at all. */
  has(...names: string[]): boolean
}

/** The calls of a program in a script, over continued lines, comments left out. */
export function helperCalls(text: PlacedText, program: string): HelperCall[] {
  const calls: HelperCall[] = []
  for (const match of text.text.matchAll(new RegExp(`(?<![\\w-])${program}(?:\\.exe)?["']?(?=\\s)`, 'g'))) {
    const line = text.text.slice(text.text.lastIndexOf('\n', match.index) + 1, match.index)
    if (/^\s*(#|REM\b|::)/i.test(line)) continue
    const start = match.index + match[0].length
    const rest = /^(?:[^\n;&|\\^`]|[\\^`]\r?\n|[\\^`])*/.exec(text.text.slice(start))?.[0] ?? ''
    calls.push({
      has: (...names) => names.some((name) => new RegExp(`(?:^|\\s)${name}(?=[\\s=]|$)`).test(rest)),
      option(...names) {
        for (const name of names) {
          const found = new RegExp(`(?:^|\\s)${name}(?:\\s+|=)["']?([A-Za-z0-9,_-]+)(?=["']?(?:\\s|$))`).exec(rest)
          if (!found) continue
          const value = found[1] as string
          const from = start + found.index + found[0].lastIndexOf(value)
          return { value, span: text.span(from, from + value.length) }
        }
        return undefined
      },
    })
  }
  return calls
}
