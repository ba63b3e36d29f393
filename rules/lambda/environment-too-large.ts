import {
  both,
  callOf,
  canHold,
  defineRule,
  type Fact,
  FUNCTION_TYPES,
  type Node,
  type Properties,
  subOf,
  subVariables,
  type When,
} from '#rule'

const LIMIT = 4096

export default defineRule({
  id: 'lambda/environment-too-large',
  title: 'Environment variables may take 4 KB in all',
  severity: 'error',
  on: FUNCTION_TYPES,
  why: 'Lambda refuses a function whose environment is larger; the quota cannot be raised.',
  fix: 'Keep long values in Parameter Store, Secrets Manager, AppConfig or S3 and pass their names, or put constants into the code.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
      fact: 'The environment variables of a function may take 4 KB in aggregate; their number is not limited.',
    },
  ],
  notes: ['000:517', '001:154', '001:157', '001:737', '001:740', '001:741', '002:183', '002:1700', '002:1999', '003:364'],
  cfnLint: ['E3697'],
  messages: {
    tooLarge:
      'The environment variables take at least {size} bytes; all names and values together may take 4096. Move long values elsewhere.',
  },
  check(resource, { report }) {
    for (const variables of resource.items('Environment.Variables')) {
      const { size, when } = largest(variables)
      if (size > LIMIT) report({ node: variables.node, when }, 'tooLarge', { size })
    }
  },
})

/** The least size, whatever conditions decide; where that fits, the greatest that they allow. */
function largest(variables: Properties): { size: number; when: When } {
  const entries = variables.entries.filter(({ key }) => !key.text.startsWith('Fn::'))
  const all = entries.map((entry) => {
    const name = bytes(entry.key.text)
    return variables.cases(entry).map((fact) => ({ size: fact.state === 'absent' ? 0 : name + leastBytes(fact), when: fact.when }))
  })
  const least = all.reduce((sum, cases) => sum + (cases.length ? Math.min(...cases.map(({ size }) => size)) : 0), 0)
  if (least > LIMIT) return { size: least, when: variables.when }
  let sofar = { size: 0, when: variables.when }
  for (const cases of all) {
    for (const one of cases.sort((a, b) => b.size - a.size)) {
      const when = both(sofar.when, one.when)
      if (!canHold(when)) continue
      sofar = { size: sofar.size + one.size, when }
      break
    }
  }
  return sofar
}

function leastBytes(fact: Fact): number {
  if (fact.state === 'absent') return 0
  return fact.state === 'known' ? (fact.value.kind === 'scalar' ? bytes(fact.value.text) : 0) : writtenBytes(fact.node)
}

/** What a text takes at least that only the service can complete: the literal parts of a Fn::Sub or Fn::Join. */
function writtenBytes(node: Node): number {
  const call = callOf(node)
  if (call?.name === 'Fn::Sub') {
    const text = subOf(call)?.text.text ?? ''
    if (text.includes('{{resolve:')) return 0
    return subVariables(text).reduce((sum, { start, end }) => sum - (end - start), bytes(text.replace(/\$\{!/g, '${')))
  }
  if (call?.name !== 'Fn::Join' || call.argument.kind !== 'sequence') return 0
  const [separator, parts] = call.argument.items
  if (separator?.kind !== 'scalar' || parts?.kind !== 'sequence') return 0
  const literal = parts.items.flatMap((part) => (part.kind === 'scalar' && !part.text.includes('{{resolve:') ? [bytes(part.text)] : []))
  return literal.reduce((sum, size) => sum + size, bytes(separator.text) * Math.max(0, literal.length - 1))
}

/** In UTF-8. */
const bytes = (text: string): number => new TextEncoder().encode(text).length
