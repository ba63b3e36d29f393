import { callOf, defineRule, type Node } from '#rule'

const isSpliced = (item: Node): boolean => callOf(item)?.name === 'Fn::Transform'

export default defineRule({
  id: 'intrinsic/select-index-out-of-range',
  title: 'Fn::Select index is beyond the end of the list',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation fails when it needs the value: "Fn::Select cannot select nonexistent value at index".',
  fix: 'Use an index from 0 to one less than the number of items, or add the item.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-select.html',
      fact: 'The index of Fn::Select goes from 0 to one less than the number of values; Fn::Select does not check for an index beyond it.',
    },
  ],
  notes: ['002:1340', '002:1342', '002:1343', '002:1344', '002:1352', '002:1354'],
  cfnLint: ['E1017'],
  messages: {
    negative: 'The index of Fn::Select is {index}; it counts from 0.',
    beyond: 'Fn::Select takes item {index}, counted from 0, of a list of {count}.',
  },
  check(template, { report }) {
    for (const { call, when } of template.references.callsOf('Fn::Select')) {
      const [index, values] = call.argument.kind === 'sequence' ? call.argument.items : []
      if (!index || !values) continue
      for (const one of template.resolver.resolve(index, when)) {
        if (one.state !== 'known' || one.value.kind !== 'scalar' || !/^-?\d+$/.test(one.value.text)) continue
        const position = Number(one.value.text)
        if (position < 0) {
          report(one, 'negative', { index: position })
          continue
        }
        const lists = template.resolver.resolve(values, one.when)
        const short = lists.flatMap((list) => {
          const items = list.state === 'known' && list.value.kind === 'sequence' ? list.value.items : undefined
          return items && !items.some((item) => isSpliced(item)) && items.length <= position ? [{ list, count: items.length }] : []
        })
        // The default of a parameter is one list of many, unless no other is known.
        const known = lists.filter((list) => list.state === 'known')
        for (const { list, count } of short) {
          if (list.state === 'known' && list.via && short.length < known.length) continue
          report({ node: index, when: list.when }, 'beyond', { index: position, count })
        }
      }
    }
  },
})
