import { defineRule } from '#rule'
import { AGENT_PARSER, PERMISSIONS } from './_pages.ts'

export default defineRule({
  id: 'appspec/permissions-on-windows',
  title: 'Permissions cannot be set on Windows',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent refuses the AppSpec as a whole.',
  fix: 'Remove `permissions`; set access rights in a script of AfterInstall.',
  sources: [
    { url: PERMISSIONS, fact: 'permissions applies to Amazon Linux, Ubuntu Server and RHEL instances only.' },
    { url: AGENT_PARSER, fact: 'An entry of permissions raises an error unless os is linux.' },
  ],
  notes: ['000:343', '000:358', '000:359', '000:361', '001:1098', '002:1207'],
  messages: {
    windows:
      '"permissions" cannot be set on Windows (CodeDeploy: "specifies file permissions, but the deployment is targeting one or more Windows Server instances"); remove it.',
  },
  check(appspec, { report }) {
    const permissions = appspec.section('permissions')
    const isEmpty = permissions?.value.kind === 'sequence' ? permissions.value.items.length === 0 : permissions?.value.kind === 'scalar'
    if (appspec.platform === 'server' && appspec.os === 'windows' && permissions && !isEmpty) report(permissions.key, 'windows')
  },
})
