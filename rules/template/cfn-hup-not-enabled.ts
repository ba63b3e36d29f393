import { defineRule, LAUNCHING, type Node, walk } from '#rule'
import { initOf } from './_init.ts'

export default defineRule({
  id: 'template/cfn-hup-not-enabled',
  title: 'cfn-hup is configured but never started',
  severity: 'info',
  on: ['*'],
  why: 'Without the running service changes of the metadata never reach the instance.',
  fix: 'Add cfn-hup to services with enabled and ensureRunning true, or start it in a command.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-hup.html',
      fact: 'cfn-hup is a daemon that looks for changes of the metadata and runs hooks; it reads /etc/cfn/cfn-hup.conf.',
    },
  ],
  notes: ['002:2251'],
  messages: { stopped: 'Here cfn-hup is configured, but nothing starts it; add it to services.' },
  check(resource, { report }) {
    const init = initOf(resource)
    const conf = init && [...keysOf(init)].find(({ text }) => /cfn[\\/]+cfn-hup\.conf$/.test(text))
    if (!init || !conf || resource.template.resolver.open(init)) return
    // Anything else that speaks of it may start it, here or in a script of the template.
    const speaks = (node: Node): boolean =>
      [...walk(node)].some((one) => {
        if (one.kind === 'scalar') return isStart(one.text)
        return one.kind === 'mapping' && one.entries.some(({ key }) => key.text === 'cfn-hup' || /^Fn::(Transform|If)$/.test(key.text))
      })
    const scripts = resource.template.resourcesOf(...LAUNCHING)
    if (!speaks(init) && !scripts.some((one) => speaks(one.node))) report(conf, 'stopped')
  },
})

function* keysOf(node: Node): Generator<Node & { kind: 'scalar' }> {
  for (const one of walk(node)) if (one.kind === 'mapping') for (const { key } of one.entries) yield key
}

const isStart = (text: string): boolean => /cfn-hup(?!\.conf|\/)/.test(text.replace(/cfn-hup\.conf|hooks\.d\S*/g, ''))
