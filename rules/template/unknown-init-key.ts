import { callOf, childOf, closest, defineRule, listOf, type Mapping, respell } from '#rule'
import { initOf } from './_init.ts'

const KEYS = ['packages', 'groups', 'users', 'sources', 'files', 'commands', 'services']
const SERVICES = ['sysvinit', 'systemd', 'windows']

export default defineRule({
  id: 'template/unknown-init-key',
  title: 'cfn-init config has an unknown key',
  severity: 'error',
  on: ['*'],
  fixes: 'safe',
  why: 'cfn-init ignores or refuses what it does not know, and the instance is not set up.',
  fix: 'Correct the name of the key.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-init.html',
      fact: 'A config has packages, groups, users, sources, files, commands and services; services are of sysvinit, systemd or windows.',
    },
  ],
  notes: ['002:1390', '002:2246', '002:2248'],
  cfnLint: ['E3009'],
  messages: {
    misspelt: '{what} has no "{key}"; did you mean "{near}"?',
    unknown: '{what} has no "{key}"; it holds {keys}.',
  },
  check(resource, { report }) {
    const keysOf = (node: Mapping, what: string, known: readonly string[]): void => {
      for (const { key } of node.entries) {
        if (known.includes(key.text) || key.text.startsWith('Fn::')) continue
        const near = closest(key.text, known)
        if (near) report(key, 'misspelt', { what, key: key.text, near }, respell(key, known))
        else report(key, 'unknown', { what, key: key.text, keys: listOf(known, 'and') })
      }
    }
    for (const { key, value } of initOf(resource)?.entries ?? []) {
      if (key.text === 'configSets' || value.kind !== 'mapping' || callOf(value)) continue
      keysOf(value, 'A config of cfn-init', KEYS)
      const services = childOf(value, 'services')
      if (services?.kind === 'mapping' && !callOf(services)) keysOf(services, 'services', SERVICES)
    }
  },
})
