import { childOf, defineRule } from '#rule'
import { PERMISSIONS } from './_pages.ts'

export default defineRule({
  id: 'appspec/set-id-mode',
  title: 'Mode makes files run with the rights of their owner or group',
  severity: 'info',
  on: ['appspec'],
  why: 'Whoever may run such a file acts as its owner; agent 2.x can be told to refuse these modes.',
  fix: 'Use three digits unless the files need the setuid or setgid bit.',
  sources: [
    { url: PERMISSIONS, fact: 'The first of four digits of a mode holds the setuid (4), setgid (2) and sticky (1) bits.' },
    {
      url: 'https://github.com/aws/aws-codedeploy-agent/tree/v2.1.0',
      fact: 'Agent 2.x has a setting that refuses modes with setuid and setgid bits.',
    },
  ],
  messages: { bits: '"mode" is {value}, which sets the {bits}; write {plain} unless that is needed.' },
  check(appspec, { report }) {
    for (const item of appspec.permissions) {
      const mode = childOf(item, 'mode')
      const special = mode?.kind === 'scalar' ? /^([2-7])([0-7]{3})$/.exec(mode.text) : null
      if (!mode || !special) continue
      const digit = Number(special[1])
      const bits = [digit & 4 && 'setuid bit', digit & 2 && 'setgid bit'].filter((bit) => bit).join(' and the ')
      report(mode, 'bits', { value: special[0], bits, plain: special[2] as string })
    }
  },
})
