import { callOf, childOf, closest, defineRule, entryOf, listOf, type Mapping, type Node, respell, table } from '#rule'
import { initOf } from './_init.ts'

const MANAGERS = ['apt', 'msi', 'python', 'rpm', 'rubygems', 'yum', 'zypper']
const SERVICE = ['ensureRunning', 'enabled', 'files', 'sources', 'packages', 'commands']
/** What each item of a section can hold. */
const KEYS: Readonly<Record<string, { readonly what: string; readonly keys: readonly string[] }>> = table({
  commands: { what: 'A command', keys: ['command', 'env', 'cwd', 'test', 'ignoreErrors', 'waitAfterCompletion'] },
  files: { what: 'A file', keys: ['content', 'source', 'encoding', 'group', 'owner', 'mode', 'authentication', 'context'] },
  groups: { what: 'A group', keys: ['gid'] },
  users: { what: 'A user', keys: ['uid', 'groups', 'homeDir'] },
})

export default defineRule({
  id: 'template/malformed-init',
  title: 'What cfn-init sets up is written as it reads it',
  severity: 'warning',
  on: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration', 'AWS::AutoScaling::AutoScalingGroup'],
  fixes: 'safe',
  why: 'CloudFormation checks nothing of it: cfn-init stops on the instance, or leaves out what it does not know.',
  fix: 'Give each command its command, each file content or source and a mode as "000644", and use the documented keys.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-init.html',
      fact: 'The keys of packages, groups, users, files, commands and services; a command needs command, a file content or source.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-authentication.html',
      fact: 'A file names the entry of AWS::CloudFormation::Authentication that its download uses.',
    },
  ],
  notes: ['002:1390', '002:2246', '002:2248'],
  cfnLint: ['E3009'],
  messages: {
    misspelt: '{what} has no "{key}"; did you mean "{near}"?',
    unknown: '{what} has no "{key}"; it holds {keys}.',
    command: 'This entry of commands has no "{key}"; write there what is to be run.',
    nothing: 'This file has neither content nor source; write one of them.',
    both: 'This file has content and source; keep one of them.',
    mode: 'This mode is "{mode}"; write the octal digits of the permissions, as "000644".',
    authentication: 'There is no "{name}" in AWS::CloudFormation::Authentication; define it there, or correct the name.',
  },
  check(resource, { report }) {
    const { resolver } = resource.template
    const authentication = childOf(resource.attribute('Metadata')?.value, 'AWS::CloudFormation::Authentication')
    const isPlain = (node: Node | undefined): node is Mapping => node?.kind === 'mapping' && !callOf(node) && !resolver.open(node)
    const keysOf = (node: Mapping, what: string, known: readonly string[]): void => {
      for (const { key } of node.entries) {
        if (known.includes(key.text)) continue
        const near = closest(key.text, known)
        if (near) report(key, 'misspelt', { what, key: key.text, near }, respell(key, known))
        else report(key, 'unknown', { what, key: key.text, keys: listOf(known, 'and') })
      }
    }
    const fileOf = (file: Mapping): void => {
      const [content, source] = [entryOf(file, 'content'), entryOf(file, 'source')]
      if (!content && !source) report(file, 'nothing')
      if (content && source) report(source.key, 'both')
      const mode = childOf(file, 'mode')
      if (mode?.kind === 'scalar' && !/^[0-7]{3,6}$/.test(mode.text)) report(mode, 'mode', { mode: mode.text })
      const name = childOf(file, 'authentication')
      if (name?.kind === 'scalar' && (!authentication || isPlain(authentication)) && !childOf(authentication, name.text))
        report(name, 'authentication', { name: name.text })
    }
    for (const { key, value: config } of initOf(resource)?.entries ?? []) {
      if (key.text === 'configSets' || !isPlain(config)) continue
      const packages = childOf(config, 'packages')
      if (isPlain(packages)) keysOf(packages, 'packages', MANAGERS)
      for (const manager of itemsOf(childOf(config, 'services')).filter(isPlain)) {
        for (const service of itemsOf(manager).filter(isPlain)) keysOf(service, 'A service', SERVICE)
      }
      for (const [section, { what, keys }] of Object.entries(KEYS)) {
        for (const item of itemsOf(childOf(config, section)).filter(isPlain)) {
          keysOf(item, what, keys)
          if (section === 'files') fileOf(item)
          if (section === 'commands' && !entryOf(item, 'command')) report(item, 'command', { key: 'command' })
        }
      }
    }
  },
})

const itemsOf = (node: Node | undefined): readonly Node[] =>
  node?.kind === 'mapping' && !callOf(node) ? node.entries.map(({ value }) => value) : []
