import { callOf, childOf, closest, defineRule, helperCalls, LAUNCHING, type Node, respell, userDataOf } from '#rule'
import { initOf } from './_init.ts'

export default defineRule({
  id: 'template/unknown-init-config-set',
  title: 'cfn-init or configSets names a config that is not defined',
  severity: 'error',
  on: ['*'],
  fixes: 'safe',
  why: 'cfn-init stops with "no config found", and the instance is not set up.',
  fix: 'Define the config or the set in AWS::CloudFormation::Init, or correct the name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-init.html',
      fact: 'configSets lists configs, and other sets as {ConfigSet: name}; without configSets cfn-init runs the config named config.',
    },
  ],
  notes: ['002:1390', '002:2246', '002:2248'],
  cfnLint: ['E3009'],
  messages: {
    misspelt: 'There is no {kind} "{name}" in AWS::CloudFormation::Init; did you mean "{near}"?',
    unknown: 'There is no {kind} "{name}" in AWS::CloudFormation::Init.',
  },
  check(resource, { report }) {
    const { template } = resource
    const tell = (place: Parameters<typeof report>[0], kind: string, name: string, known: readonly string[]): void => {
      const near = closest(name, known)
      if (near) report(place, 'misspelt', { kind, name, near }, respell(place, known))
      else report(place, 'unknown', { kind, name })
    }
    const init = initOf(resource)
    const sets = childOf(init, 'configSets')
    if (init && sets?.kind === 'mapping' && !callOf(sets) && !template.resolver.open(init)) {
      const configs = init.entries.map(({ key }) => key.text).filter((name) => name !== 'configSets')
      const names = sets.entries.map(({ key }) => key.text)
      const check = (item: Node): void => {
        const set = childOf(item, 'ConfigSet')
        if (item.kind === 'scalar' && item.value !== null && !configs.includes(item.text)) tell(item, 'config', item.text, configs)
        else if (set?.kind === 'scalar' && !names.includes(set.text)) tell(set, 'config set', set.text, names)
      }
      for (const { value } of sets.entries) {
        if (value.kind === 'sequence') value.items.forEach(check)
        else check(value)
      }
    }
    if (!(LAUNCHING as readonly string[]).includes(resource.type)) return
    for (const { text, host, when } of userDataOf(resource)) {
      for (const call of helperCalls(text, 'cfn-init')) {
        const wanted = call.option('--configsets', '-c')
        const target = template.resources.get(call.option('--resource', '-r')?.value ?? '')
        const own = target && initOf(target)
        if (!wanted || !own || template.resolver.open(own) || call.option('--stack', '-s')) continue
        const defined = childOf(own, 'configSets')
        const names = defined?.kind === 'mapping' ? defined.entries.map(({ key }) => key.text) : ['default']
        for (const name of wanted.value.split(','))
          if (!names.includes(name)) tell({ node: host, span: wanted.span, when }, 'config set', name, names)
      }
    }
  },
})
