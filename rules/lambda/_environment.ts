import type { Entry, Properties, Resource, When } from '#rule'

/** Every environment variable that is written, with the cases in which it is there. */
export function* environmentVariables(resource: Resource): Generator<{ variables: Properties; entry: Entry; whens: When[] }> {
  for (const variables of resource.items('Environment.Variables')) {
    for (const entry of variables.entries) {
      if (entry.key.text.startsWith('Fn::')) continue
      const whens = variables.cases(entry).flatMap((fact) => (fact.state === 'absent' ? [] : [fact.when]))
      yield { variables, entry, whens }
    }
  }
}
