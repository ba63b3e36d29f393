import { boolean, defineRule, listOf, rolesAt } from '#rule'

const ACTIONS = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords']

export default defineRule({
  id: 'stepfunctions/tracing-permission-missing',
  title: 'A traced state machine needs permissions for X-Ray',
  severity: 'warning',
  on: ['AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine'],
  why: 'No trace is written, and nothing says so.',
  fix: 'Allow xray:PutTraceSegments and xray:PutTelemetryRecords in a policy of the role.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html',
      fact: 'The role of the state machine writes the traces and needs permission for it.',
    },
  ],
  notes: ['001:1017', '001:1018', '001:1019', '001:1020'],
  messages: { missing: 'Tracing is on, but the role {role} does not allow {actions}; add this to a policy of the role.' },
  check(machine, { report }) {
    const isSam = machine.type === 'AWS::Serverless::StateMachine'
    const switches = machine.known(isSam ? 'Tracing.Enabled' : 'TracingConfiguration.Enabled', boolean)
    if (!switches.some(({ value }) => value)) return
    for (const { role, node, when } of rolesAt(machine, isSam ? 'Role' : 'RoleArn')) {
      if (!role.isComplete || role.managedPolicies.length > 0) continue
      const missing = ACTIONS.filter((action) => !role.mayAllow(action))
      if (missing.length) report({ node, when }, 'missing', { role: role.resource.id, actions: listOf(missing, 'and') })
    }
  },
})
