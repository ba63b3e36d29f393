import { defineRule, number, together } from '#rule'

export default defineRule({
  id: 'globalaccelerator/inverted-port-range',
  title: 'A port range must not end before it begins',
  severity: 'error',
  on: ['AWS::GlobalAccelerator::Listener'],
  why: 'Global Accelerator rejects the listener.',
  fix: 'Exchange FromPort and ToPort.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/global-accelerator/latest/api/API_PortRange.html',
      fact: 'FromPort is the first port of the range, inclusive, and ToPort the last.',
    },
  ],
  notes: ['001:822', '001:823', '001:825'],
  messages: { inverted: 'FromPort is {from}, which is more than ToPort, {to}; exchange them.' },
  check(listener, { report }) {
    for (const range of listener.items('PortRanges')) {
      for (const [from, to] of together(range.known('FromPort', number), range.known('ToPort', number)))
        if (from.value > to.value) report({ node: from.node, when: from.when }, 'inverted', { from: from.value, to: to.value })
    }
  },
})
