import { APPSPEC_SECTIONS, defineRule } from '#rule'
import { AGENT_PARSER, STRUCTURE } from './_pages.ts'

export default defineRule({
  id: 'appspec/os-missing',
  title: 'AppSpec must name the os, or the resource to deploy',
  severity: 'error',
  on: ['appspec'],
  why: 'Without `os` the agent refuses the file; without `Resources` there is nothing that Lambda or ECS could deploy.',
  fix: 'Add `os: linux` or `os: windows` for instances, `Resources` for Lambda and ECS.',
  sources: [
    { url: STRUCTURE, fact: 'os is required for EC2/on-premises, resources for Lambda and ECS.' },
    { url: AGENT_PARSER, fact: 'The agent raises "specifies an unsupported operating system ()" where os is missing.' },
  ],
  notes: [
    '000:343',
    '000:358',
    '000:359',
    '000:361',
    '001:1095',
    '001:1096',
    '001:1097',
    '001:1098',
    '001:1099',
    '001:1130',
    '002:1206',
    '002:1207',
    '002:1208',
    '002:1209',
  ],
  messages: {
    missing:
      'The AppSpec has no "os" (CodeDeploy: "specifies an unsupported operating system ()"); add os: linux or os: windows, or Resources if it deploys a Lambda function or an ECS service.',
    noResources: 'The AppSpec has Hooks but no "Resources"; add the Lambda function or the ECS service that it deploys.',
    misspelt: '"{key}" is not read as "os" (CodeDeploy: "specifies an unsupported operating system ()"); write os in lower case.',
    empty: '"os" has no value (CodeDeploy: "specifies an unsupported operating system ()"); write os: linux or os: windows.',
  },
  check(appspec, { report }) {
    const hooks = appspec.section('hooks')
    if (!appspec.platform && hooks && !appspec.section('resources')) report(hooks.key, 'noResources')
    if (appspec.platform !== 'server') return
    const os = appspec.section('os')
    const key = appspec.standIn(appspec.root, 'os', APPSPEC_SECTIONS.server)
    if (os?.value.kind === 'scalar' && os.value.value === null) report(os.key, 'empty')
    else if (os) return
    else if (key) report(key, 'misspelt', { key: key.text })
    else report(appspec.root, 'missing')
  },
})
