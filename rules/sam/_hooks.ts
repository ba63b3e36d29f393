import { attributeOf, callOf, type Fact, type Node, type Resource, type Template } from '#rule'
import { enabledPreferences } from './_deployment.ts'

/** A function of the template that another one names as a hook of its deployments. */
export interface Hook {
  /** Where it is named. */
  readonly fact: Fact
  readonly function: Resource
  /** The function that is deployed. */
  readonly of: Resource
}

/** The hooks of a function's deployments that are functions of the same template. */
export function* hooksOf(resource: Resource): Generator<Hook> {
  for (const { preference } of enabledPreferences(resource)) {
    for (const name of ['Hooks.PreTraffic', 'Hooks.PostTraffic']) {
      for (const fact of preference.facts(name)) {
        const hook = fact.state === 'absent' ? undefined : functionIn(resource.template, fact.node)
        if (hook) yield { fact, function: hook, of: resource }
      }
    }
  }
}

function functionIn(template: Template, node: Node): Resource | undefined {
  const call = callOf(node)
  const name =
    call?.name === 'Fn::GetAtt'
      ? attributeOf(call)?.target
      : call?.name === 'Ref' && call.argument.kind === 'scalar'
        ? call.argument.text
        : undefined
  const resource = template.resources.get(name?.split('.')[0] ?? '')
  return resource && /^AWS::(Lambda|Serverless)::Function$/.test(resource.type) ? resource : undefined
}
