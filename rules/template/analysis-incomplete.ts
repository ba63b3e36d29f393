import { defineRule } from '#rule'

export default defineRule({
  id: 'template/analysis-incomplete',
  title: 'A value has too many cases to look at them all',
  severity: 'info',
  on: ['template'],
  why: 'What depends on it is not checked; that nothing is found there says nothing.',
  fix: 'Nothing has to be done. Fewer conditions in one value make it checkable.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
      fact: 'Conditions and parameters decide together which values a template has.',
    },
  ],
  messages: {
    cases: 'This has more cases than are looked at, so what it can be is not checked.',
    conditions: 'The conditions are too many and too mixed to be decided together; what depends on them is not checked.',
  },
  check(template, { report }) {
    const { references, resolver, logic } = template
    for (const { call, when, opaque } of references.calls) if (!opaque) resolver.resolve(call.node, when)
    // The outermost function is the one that has too many cases; those within have fewer.
    for (const node of resolver.incomplete) report(node, 'cases')
    const conditions = template.section('Conditions')
    if (logic.diagram.exhausted && conditions) report(conditions.key, 'conditions')
  },
})
