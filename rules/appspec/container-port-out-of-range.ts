import { defineRule, isPlaceholder } from '#rule'
import { RESOURCES } from './_pages.ts'
import { portOf } from './_port.ts'

export default defineRule({
  id: 'appspec/container-port-out-of-range',
  title: 'ContainerPort must be 1 to 65535',
  severity: 'error',
  on: ['appspec'],
  why: 'The load balancer cannot send traffic to a port that does not exist.',
  fix: 'Write the port on which the container listens.',
  sources: [
    { url: RESOURCES, fact: 'ContainerPort is the number of the port on the container to which the load balancer sends its traffic.' },
  ],
  notes: ['002:1198', '002:1209'],
  messages: {
    range: '"ContainerPort" is {value}; write a port from 1 to 65535.',
    notNumber: '"ContainerPort" is "{value}"; write the number of one port.',
  },
  check(appspec, { report }) {
    for (const node of portOf(appspec)) {
      const value = node.text.trim()
      if (value === '' || isPlaceholder(value) || /^[A-Z]{3,}$/.test(value)) continue
      if (!/^-?\d+$/.test(value)) report(node, 'notNumber', { value })
      else if (Number(value) < 1 || Number(value) > 65535) report(node, 'range', { value })
    }
  },
})
