import { defineRule } from '#rule'

const PAYLOADS = ['Parameters', 'ResultSelector', 'ItemSelector']

export default defineRule({
  id: 'stepfunctions/malformed-path',
  title: 'Path fields hold a path, and so do keys that end with .$',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Let the path begin with $; for a fixed text remove .$ from the key. ResultPath names one place, as $.order.total.',
  sources: [
    {
      url: 'https://states-language.net/spec.html',
      fact: 'A path begins with $; a reference path, as ResultPath is, names a single node of the JSON.',
    },
    {
      url: 'https://states-language.net/spec.html',
      fact: 'The value under a key that ends with .$ is a path or an intrinsic function.',
    },
  ],
  notes: ['000:550', '000:551', '000:552', '000:553', '000:554', '000:555'],
  cfnLint: ['E3601'],
  messages: {
    path: '{field} is "{value}", which is no path; let it begin with $.',
    reference: 'ResultPath is "{value}"; it must name one place in the input, as $.order.total, without wildcards, filters or slices.',
    template:
      '"{key}" is "{value}"; a key that ends with .$ takes a path ($.order) or an intrinsic function. Write one, or remove .$ from the key.',
    value: '"{key}" holds {kind}; a key that ends with .$ takes the text of a path or an intrinsic function.',
  },
  check(machine, { report }) {
    for (const state of machine.states) {
      if (state.queryLanguage !== 'JSONPath') continue
      for (const field of ['InputPath', 'OutputPath', 'ResultPath']) {
        for (const fact of state.facts(field)) {
          if (fact.state !== 'known' || fact.value.kind !== 'scalar' || fact.value.value === null) continue
          const { text } = fact.value
          if (!text.startsWith('$')) report(fact, 'path', { field, value: text })
          else if (field === 'ResultPath' && isManifold(text)) report(fact, 'reference', { value: text })
        }
      }
      for (const payload of PAYLOADS.flatMap((field) => state.items(field))) {
        for (const { key, isItem, fact } of payload.inner()) {
          if (isItem || !key.endsWith('.$') || fact.state !== 'known') continue
          const { value } = fact
          if (value.kind !== 'scalar') {
            report(fact, 'value', { key, kind: value.kind === 'mapping' ? 'a map' : 'a list' })
          } else if (!/^(\$|States\.|\s*$)/.test(value.text)) {
            report(fact, 'template', { key, value: value.text })
          }
        }
      }
    }
  },
})

/** Whether a path may name several nodes: `..`, `*`, filters, slices and unions, outside of quoted names. */
const isManifold = (path: string): boolean =>
  /\.\.|[*@]|\[[^\]]*[?:,][^\]]*\]|^\$\$/.test(path.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''"))
