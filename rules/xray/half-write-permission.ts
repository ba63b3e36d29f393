import { defineRule, mayCoverAction, policiesIn } from '#rule'

const ACTIONS = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords']

export default defineRule({
  id: 'xray/half-write-permission',
  title: 'Uploading traces needs both X-Ray actions',
  severity: 'warning',
  on: ['AWS::IAM::Role', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'],
  why: 'The traces are uploaded in part, or every upload is denied.',
  fix: 'Allow xray:PutTraceSegments and xray:PutTelemetryRecords on "*", or use AWSXRayDaemonWriteAccess.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html',
      fact: 'The two actions that upload are for "*", they take no resource.',
    },
  ],
  notes: ['002:1789'],
  messages: {
    half: '{action} is allowed without {other}; uploading traces takes both.',
  },
  check(resource, { report }) {
    for (const policy of policiesIn(resource).filter(({ kind, isComplete }) => kind === 'identity' && isComplete)) {
      const may = (action: string): boolean =>
        policy.statements.some(
          (one) => !one.isDeny && (one.forms('NotAction').length > 0 || one.may('Action', (text) => mayCoverAction(text, action))),
        )
      for (const statement of policy.statements.filter(({ isAllow }) => isAllow)) {
        for (const form of statement.forms('Action')) {
          const [action, other] = ACTIONS.includes(form.text) ? [form.text, ACTIONS.find((one) => one !== form.text) as string] : []
          if (action && other && !may(other)) report(form.place, 'half', { action, other })
        }
      }
    }
  },
})
