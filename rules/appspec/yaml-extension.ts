import { defineRule } from '#rule'
import { AGENT_HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/yaml-extension',
  title: 'appspec.yaml is not found by every part of the agent',
  severity: 'info',
  on: ['appspec'],
  why: 'The Install event finds appspec.yaml, but the hooks are read from the name that the deployment gives, which is appspec.yml.',
  fix: 'Call the file appspec.yml.',
  sources: [
    { url: 'https://github.com/aws/aws-codedeploy-agent/pull/283', fact: 'Since 1.3.2 the agent looks for appspec.yaml, too.' },
    { url: AGENT_HOOKS, fact: 'The hooks are read from the file of the name that the deployment specification gives.' },
  ],
  messages: { yaml: "The file is called appspec.yaml; the agent's own name for it is appspec.yml: rename it." },
  check(appspec, { report }) {
    if (appspec.platform === 'server' && /(^|[\\/])([\w-]+\.)?appspec\.yaml$/i.test(appspec.source.name)) report(appspec.root, 'yaml')
  },
})
