import { defineRule, string } from '#rule'
import { pathFor } from './_function.ts'
import { rolesLacking } from './_roles.ts'

export default defineRule({
  id: 'lambda/tracing-permission-missing',
  title: 'Active tracing needs X-Ray permissions',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function: its role has to be able to send traces.',
  fix: 'Give the role the managed policy AWSXRayDaemonWriteAccess.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
      fact: 'Active tracing needs a role that may upload trace data.',
    },
  ],
  notes: ['001:1017', '001:1018', '001:1019', '001:1020', '002:267', '002:1784', '002:1789', '002:2211', '003:392'],
  messages: {
    missing: 'The role {role} does not allow xray:PutTraceSegments, which active tracing needs; add AWSXRayDaemonWriteAccess.',
  },
  check(fn, { report }) {
    for (const mode of fn.known(pathFor(fn, 'tracing'), string).filter(({ value }) => value === 'Active')) {
      for (const { role, when } of rolesLacking(fn, mode.when, ['xray:PutTraceSegments']))
        report({ node: mode.node, when, related: [{ node: role.resource.key, message: 'the role' }] }, 'missing', {
          role: role.resource.id,
        })
    }
  },
})
