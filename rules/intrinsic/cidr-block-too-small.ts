import { defineRule, type Node, parseCidr, type Template, type When } from '#rule'

function known(template: Template, node: Node, when: When): { text: string; when: When }[] {
  return template.resolver
    .resolve(node, when)
    .flatMap((fact) => (fact.state === 'known' && fact.value.kind === 'scalar' ? [{ text: fact.value.text, when: fact.when }] : []))
}

export default defineRule({
  id: 'intrinsic/cidr-block-too-small',
  title: 'Fn::Cidr asks for more blocks than the range holds',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation fails when it needs the value, with the stack half created.',
  fix: 'Ask for fewer ranges, leave fewer bits for hosts, or divide a larger range.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html',
      fact: 'The number of subnet bits is the inverse of the mask of the ranges that are made; 8 gives a mask of 24.',
    },
  ],
  notes: ['002:1340', '002:1342', '002:1343', '002:1344'],
  cfnLint: ['E1024'],
  messages: {
    mask: '{block} cannot be divided into ranges of /{mask}, which are larger.',
    count: '{block} holds {holds} ranges of /{mask}; Fn::Cidr asks for {count}.',
  },
  check(template, { report }) {
    for (const { call, when } of template.references.callsOf('Fn::Cidr')) {
      const [block, count, bits] = call.argument.kind === 'sequence' ? call.argument.items : []
      if (!block || !count) continue
      for (const one of known(template, block, when)) {
        const cidr = parseCidr(one.text)
        if (!cidr) continue
        for (const many of known(template, count, one.when)) {
          for (const size of bits ? known(template, bits, many.when) : [{ text: '8', when: many.when }]) {
            if (!/^\d+$/.test(many.text) || !/^\d+$/.test(size.text)) continue
            const mask = (cidr.version === 4 ? 32 : 128) - Number(size.text)
            // Host bits that no address has are told by themselves.
            if (mask < 0) continue
            const place = { node: call.node, when: size.when }
            if (mask < cidr.prefix) report(place, 'mask', { block: one.text, mask })
            else if (2 ** (mask - cidr.prefix) < Number(many.text))
              report(place, 'count', { block: one.text, mask, holds: 2 ** (mask - cidr.prefix), count: many.text })
          }
        }
      }
    }
  },
})
