import { closest, defineRule, type Known, string } from '#rule'
import { type Call, FUNCTIONS, parseCall } from './_intrinsics.ts'

const PAYLOADS = ['Parameters', 'ResultSelector', 'ItemSelector', 'Assign']
const HASHES = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']

export default defineRule({
  id: 'stepfunctions/malformed-intrinsic-call',
  title: 'An intrinsic function is one of States.*, with its arguments',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, or the state fails whenever it runs.',
  fix: 'Correct the name or the arguments; texts stand in single quotes, and each {} of States.Format takes one argument.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html',
      fact: 'The eighteen functions with what each takes; at most ten may be nested, and single quotes surround texts.',
    },
    { url: 'https://states-language.net/spec.html', fact: 'States.Format needs as many arguments as its template has {}.' },
  ],
  notes: ['000:550', '000:551'],
  cfnLint: ['E3601'],
  messages: {
    syntax: 'This call is not well-formed: {fault}.',
    misspelt: 'There is no function States.{name}; did you mean States.{near}?',
    unknown: 'There is no function States.{name}; use one of the documented ones.',
    count: 'States.{name} has {count} arguments; it takes {wanted}.',
    format: 'The text of States.Format holds {braces} {holes} times; as many values must follow it, not {count}.',
    hash: 'States.Hash is called with "{value}"; the algorithm must be one of {known}.',
    nesting: '{count} functions are nested in this call; ten are allowed.',
  },
  check(machine, { report }) {
    const judge = (call: Call, place: Known<string>): void => {
      const bounds = FUNCTIONS[call.name]
      const near = bounds ? undefined : closest(call.name, Object.keys(FUNCTIONS))
      if (near) report(place, 'misspelt', { name: call.name, near })
      else if (!bounds) report(place, 'unknown', { name: call.name })
      else if (call.args.length < bounds[0] || call.args.length > bounds[1]) {
        report(place, 'count', { name: call.name, count: call.args.length, wanted: wantedOf(bounds) })
      } else if (call.name === 'Format') {
        const [template, ...values] = call.args
        const holes = typeof template === 'string' && template.startsWith("'") ? holesIn(template) : undefined
        if (holes !== undefined && holes !== values.length) report(place, 'format', { holes, braces: '{}', count: values.length })
      } else if (call.name === 'Hash') {
        const algorithm = /^'(.*)'$/.exec(typeof call.args[1] === 'string' ? call.args[1] : '')?.[1]
        if (algorithm !== undefined && !HASHES.includes(algorithm)) report(place, 'hash', { value: algorithm, known: HASHES.join(', ') })
      }
      for (const argument of call.args) if (typeof argument !== 'string') judge(argument, place)
    }
    for (const state of machine.states) {
      if (state.queryLanguage !== 'JSONPath') continue
      for (const { key, isItem, fact } of PAYLOADS.flatMap((field) => state.items(field)).flatMap((payload) => [...payload.inner()])) {
        const text = !isItem && key.endsWith('.$') && fact.state === 'known' ? string.read(fact.value) : undefined
        if (text === undefined || fact.state !== 'known' || !text.startsWith('States.')) continue
        const place = fact as unknown as Known<string>
        const call = parseCall(text)
        if ('fault' in call) report(place, 'syntax', call)
        else {
          judge(call, place)
          const count = text.match(/States\.\w+\s*\(/g)?.length ?? 0
          if (count > 10 && depthOf(call) > 10) report(place, 'nesting', { count: depthOf(call) })
        }
      }
    }
  },
})

const wantedOf = ([least, most]: readonly [number, number]): string =>
  least === most ? String(least) : most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} or ${most}`

const holesIn = (template: string): number => template.replace(/\\[\s\S]/g, '').match(/\{\}/g)?.length ?? 0

const depthOf = (call: Call): number =>
  1 + Math.max(0, ...call.args.map((argument) => (typeof argument === 'string' ? 0 : depthOf(argument))))
