import { at, both, canHold, canonical, defineRule } from '#rule'
import { outputsOf } from './_outputs.ts'

export default defineRule({
  id: 'output/duplicate-export-name',
  title: 'Two outputs of a template export the same name',
  severity: 'error',
  on: ['template'],
  why: 'Export names are unique in an account and Region; the stack cannot be created.',
  fix: 'Give one of the two another name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html',
      fact: 'Export names must be unique within a Region of each account.',
    },
  ],
  notes: ['000:725', '000:727', '001:48', '002:1291', '003:260'],
  messages: { duplicate: 'Output "{output}" exports the name of output "{other}"; give it a name of its own.' },
  check(template, { report }) {
    const names = outputsOf(template).flatMap(({ name, body, when }) => {
      const node = at(body, 'Export', 'Name')
      if (!node) return []
      // The same expression gives the same name, whatever it is.
      const cases = template.resolver.resolve(node, when).flatMap((fact) => {
        if (fact.state === 'known' && fact.value.kind === 'scalar') return [{ text: fact.value.text, when: fact.when }]
        return []
      })
      return [{ name, node, cases: cases.length ? cases : [{ text: `= ${canonical(node)}`, when }] }]
    })
    names.forEach((later, i) => {
      for (const earlier of names.slice(0, i)) {
        for (const one of later.cases) {
          // One output written twice is told as that.
          if (earlier.name === later.name) continue
          const same = earlier.cases.find(({ text, when }) => text === one.text && canHold(both(when, one.when)))
          if (!same) continue
          const related = [{ node: earlier.node, message: `the export of ${earlier.name}` }]
          report({ node: later.node, when: both(same.when, one.when), related }, 'duplicate', { output: later.name, other: earlier.name })
          return
        }
      }
    })
  },
})
