import { closest, defaultOf, defineRule, respell } from '#rule'

export default defineRule({
  id: 'intrinsic/unknown-mapping',
  title: 'Fn::FindInMap names a mapping that does not exist',
  severity: 'error',
  on: ['template'],
  fixes: 'unsafe',
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Correct the name, or define the mapping in the section Mappings.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html',
      fact: 'The first argument of Fn::FindInMap is the logical name of a mapping declared in the section Mappings.',
    },
  ],
  notes: [
    ...['000:705', '001:46', '001:47', '001:91', '002:1279', '002:1281', '002:1282', '002:1283', '002:1331', '002:1332', '002:1333'],
    ...['003:250', '003:251', '004:29'],
  ],
  cfnLint: ['E1011'],
  messages: {
    misspelt: 'There is no mapping "{name}"; did you mean "{near}"?',
    unknown: 'There is no mapping "{name}"; define it in Mappings.',
  },
  check(template, { report }) {
    const names = template.sectionEntries('Mappings').map((entry) => entry.key.text)
    for (const { call, when } of template.references.callsOf('Fn::FindInMap')) {
      if (defaultOf(call)) continue
      const cases = template.lookUp(call, when)
      const never = cases.every((one) => one.state === 'no-mapping')
      for (const one of cases) {
        // One value of several that a parameter or mapping may give need not be in use.
        if (one.state !== 'no-mapping' || (!never && one.node !== one.argument && one.node.key?.text !== 'Default')) continue
        const { name, argument } = one
        const place = { node: argument, when: one.when, related: one.node === argument ? [] : [{ node: one.node, message: name }] }
        const near = closest(name, names)
        if (near) report(place, 'misspelt', { name, near }, respell(place, names))
        else report(place, 'unknown', { name })
      }
    }
  },
})
