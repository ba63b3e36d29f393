import { at, both, canHold, canonical, defineRule, type Node, type When } from '#rule'

export default defineRule({
  id: 'intrinsic/import-of-own-export',
  title: 'A template cannot import its own export',
  severity: 'error',
  on: ['template'],
  why: 'The export is there only once the stack is complete, so the import fails and the stack rolls back.',
  fix: 'Refer to the resource itself with Ref or Fn::GetAtt.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html',
      fact: 'Fn::ImportValue returns an output that another stack has exported.',
    },
  ],
  notes: [
    '000:725',
    '000:727',
    '001:94',
    '002:1290',
    '002:1348',
    '002:1350',
    '002:1358',
    '002:1359',
    '002:1361',
    '002:1364',
    '002:1365',
    '003:260',
  ],
  messages: {
    own: 'This imports an export of the template itself, which is not there before the stack is; use Ref or Fn::GetAtt.',
  },
  check(template, { report }) {
    const exported = new Map<string, { text: string; when: When; node: Node }[]>()
    for (const { value } of template.sectionEntries('Outputs')) {
      const name = at(value, 'Export', 'Name')
      const condition = at(value, 'Condition')
      const when = condition?.kind === 'scalar' ? template.logic.named(condition.text, true) : template.always
      if (!name) continue
      exported.set(canonical(name), [...(exported.get(canonical(name)) ?? []), { text: '', when, node: name }])
      for (const fact of template.resolver.resolve(name, when)) {
        if (fact.state !== 'known' || fact.value.kind !== 'scalar') continue
        const { text } = fact.value
        exported.set(`=${text}`, [...(exported.get(`=${text}`) ?? []), { text, when: fact.when, node: name }])
      }
    }
    if (exported.size === 0) return
    for (const { call, when } of template.references.callsOf('Fn::ImportValue')) {
      const same = exported.get(canonical(call.argument)) ?? []
      const known = template.resolver.resolve(call.argument, when).flatMap((fact) => {
        const text = fact.state === 'known' && fact.value.kind === 'scalar' ? fact.value.text : undefined
        return text === undefined ? [] : (exported.get(`=${text}`) ?? []).map((one) => ({ ...one, when: both(one.when, fact.when) }))
      })
      const hit = [...same.map((one) => ({ ...one, when: both(one.when, when) })), ...known].find((one) => canHold(one.when))
      if (hit) report({ node: call.node, when: hit.when, related: [{ node: hit.node, message: 'exported here' }] }, 'own')
    }
  },
})
