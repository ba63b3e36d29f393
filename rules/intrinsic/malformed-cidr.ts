import { callOf, defineRule, type Node, parseCidr } from '#rule'

const textOf = (node: Node): string => (node.kind === 'scalar' ? node.text : node.kind === 'sequence' ? 'a list' : 'a map')

export default defineRule({
  id: 'intrinsic/malformed-cidr',
  title: 'Fn::Cidr takes a block, a count of 1 to 256 and a bit number',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template, or fails when it needs the value.',
  fix: 'Write a list: an IP range, how many ranges to make of it (1 to 256), and how many bits each keeps for hosts.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html',
      fact: 'Fn::Cidr takes a CIDR block, a count from 1 to 256 and the number of subnet bits, the inverse of the mask; the bits are needed for IPv6.',
    },
  ],
  notes: ['002:1340', '002:1342', '002:1343', '002:1344'],
  cfnLint: ['E1024'],
  messages: {
    list: 'Fn::Cidr takes a list: an IP range, a count and the number of host bits.',
    items: 'Fn::Cidr takes two or three items, an IP range, a count and the number of host bits; this has {count}.',
    block: '"{block}" is no IP range in CIDR notation, such as 10.0.0.0/16.',
    bitsMissing: 'Fn::Cidr needs the number of host bits for an IPv6 range; add it as third item.',
    count: 'The count of Fn::Cidr is "{value}"; it must be 1 to {highest}.',
    bits: 'The host bits of Fn::Cidr are "{value}"; they must be 1 to {highest}.',
  },
  check(template, { report }) {
    for (const { call, when } of template.references.callsOf('Fn::Cidr')) {
      const { argument, key } = call
      if (argument.kind !== 'sequence') {
        if (callOf(argument)?.name !== 'Fn::Transform') report(key, 'list')
        continue
      }
      const [block, count, bits] = argument.items
      if (!block || !count || argument.items.length > 3) {
        report(key, 'items', { count: argument.items.length })
        continue
      }
      let versions: (4 | 6)[] = []
      for (const fact of template.resolver.resolve(block, when)) {
        const cidr = fact.state === 'known' ? parseCidr(textOf(fact.value)) : undefined
        if (cidr) versions = [...versions, cidr.version]
        if (fact.state !== 'known') continue
        if (!cidr) report(fact, 'block', { block: textOf(fact.value) })
        else if (cidr.version === 6 && !bits) report(key, 'bitsMissing')
      }
      const most = versions.length > 0 && versions.every((version) => version === 4) ? 32 : 128
      for (const [node, message, highest] of [[count, 'count', 256] as const, [bits, 'bits', most] as const]) {
        for (const fact of node ? template.resolver.resolve(node, when) : []) {
          if (fact.state !== 'known') continue
          const text = textOf(fact.value)
          if (!/^\d+$/.test(text) || Number(text) < 1 || Number(text) > highest) report(fact, message, { value: text, highest })
        }
      }
    }
  },
})
