import type { Properties, Resource } from '#rule'

const CORS = /^method\.response\.header\.access-control-allow-(origin|methods|headers)$/i

/** The CORS headers of preflight answers that maps of response parameters set; undefined where some are not known. */
export function corsHeaders(responses: readonly Properties[]): ReadonlySet<string> | undefined {
  const found = new Set<string>()
  for (const response of responses) {
    for (const fact of response.facts('ResponseParameters')) {
      if (fact.state === 'absent') continue
      if (fact.state === 'unknown' || fact.value.kind !== 'mapping') return undefined
      for (const { key } of fact.value.entries) {
        if (key.text.startsWith('Fn::')) return undefined
        const header = CORS.exec(key.text)?.[1]
        if (header) found.add(header.toLowerCase())
      }
    }
  }
  return found
}

/** Whether a method declares the CORS header by which browsers let the page read the answer. */
export const allowsOrigin = (method: Resource): boolean => corsHeaders(method.items('MethodResponses'))?.has('origin') === true
