import { closest, defineRule, fieldsOf, patternsIn, someOf, string, table } from '#rule'

/** What the services send, by source. */
const TYPES: Readonly<Record<string, readonly string[]>> = table({
  'aws.batch': ['Batch Job State Change', 'Batch Job Queue Blocked'],
  'aws.codebuild': ['CodeBuild Build State Change', 'CodeBuild Build Phase Change'],
  'aws.codecommit': [
    'CodeCommit Repository State Change',
    'CodeCommit Pull Request State Change',
    'CodeCommit Comment on Commit',
    'CodeCommit Comment on Pull Request',
    'CodeCommit Approval Rule Template Change',
  ],
  'aws.codedeploy': ['CodeDeploy Deployment State-change Notification', 'CodeDeploy Instance State-change Notification'],
  'aws.codepipeline': [
    'CodePipeline Pipeline Execution State Change',
    'CodePipeline Stage Execution State Change',
    'CodePipeline Action Execution State Change',
  ],
})

export default defineRule({
  id: 'events/unknown-detail-type',
  title: 'The detail-type must be one the source sends',
  severity: 'warning',
  on: ['AWS::Events::Rule', 'AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'Values are compared literally, so the rule never fires.',
  fix: 'Write the detail-type as the service sends it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/ref/events.html',
      fact: 'The reference lists the events of each service with their detail-type.',
    },
  ],
  notes: ['000:388', '001:1123', '001:1124', '001:1125', '001:1126', '004:468', '004:470'],
  messages: {
    unknown: '{source} sends no "{type}"; it sends {known}.',
  },
  check(resource, { report }) {
    for (const { matcher, objects } of patternsIn(resource)) {
      for (const pattern of matcher === 'EventBridge' ? objects : []) {
        const fields = fieldsOf(pattern)
        const [source, ...others] = fields.filter(({ path }) => path.join('.') === 'source').flatMap(({ values }) => values)
        const known = source && others.length === 0 ? TYPES[string.read(source.value) ?? ''] : undefined
        for (const type of known ? fields.filter(({ path }) => path.join('.') === 'detail-type').flatMap(({ values }) => values) : []) {
          const text = string.read(type.value)
          if (!known || text === undefined || known.includes(text) || /via CloudTrail$/.test(text)) continue
          const nearest = closest(text, known)
          report(type, 'unknown', {
            type: text,
            source: string.read(source?.value ?? type.value) ?? '',
            known: someOf(known, 'and', nearest),
          })
        }
      }
    }
  },
})
