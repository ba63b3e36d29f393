import { defineRule } from '#rule'
import { STRUCTURE } from './_pages.ts'

export default defineRule({
  id: 'appspec/unexpected-file-name',
  title: 'AppSpec for instances should be called appspec.yml',
  severity: 'warning',
  on: ['appspec'],
  why: 'The agent looks for appspec.yml in the root of the revision and fails the deployment when it is not there.',
  fix: 'Call the file appspec.yml.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file.html',
      fact: 'An AppSpec for EC2/on-premises is a YAML file named appspec.yml in the root of the revision.',
    },
    { url: STRUCTURE, fact: 'The file is read by the agent on each instance.' },
  ],
  notes: ['001:1095', '001:1096', '002:1196', '002:1206', '002:2374', '002:2377', '003:454'],
  messages: {
    other:
      'The agent looks for appspec.yml, not for "{name}" ("The CodeDeploy agent did not find an AppSpec file within the unpacked revision directory"); rename the file.',
    json: 'The agent looks for appspec.yml, not for "{name}"; an AppSpec for EC2/on-premises is YAML: write it as such, and call it appspec.yml.',
  },
  check(appspec, { report }) {
    const name = appspec.source.name.replace(/^.*[\\/]/, '')
    if (appspec.platform !== 'server' || name === '' || name.startsWith('<') || TEMPLATE.test(name)) return
    // Variants (appspec-production.yml) are renamed when the revision is put together.
    if (/\.json$/i.test(name)) report(appspec.root, 'json', { name })
    else if (!/appspec/i.test(name)) report(appspec.root, 'other', { name })
  },
})

const TEMPLATE = /\.(j2|tpl|tmpl|erb|template|dist)\b|example|sample|template/i
