import { type FunctionUse, functionsIn, invocationOf, type Resource, string, type When } from '#rule'

/** The uses of functions by a URL that asks for no identity, where nobody is allowed to call it. */
export const closedUses = (url: Resource): { use: FunctionUse; when: When }[] =>
  url.known('AuthType', string).flatMap((type) => {
    // A URL of an alias needs a permission for the alias.
    if (type.value !== 'NONE' || url.facts('Qualifier').some(({ state }) => state !== 'absent')) return []
    return functionsIn(url.template, url.under(type.when), 'TargetFunctionArn').flatMap((use) => {
      const { answer, when } = invocationOf(use, '*', undefined, 'lambda:InvokeFunctionUrl')
      return answer === 'no' ? [{ use, when }] : []
    })
  })
