import { both, canHold, defineRule, string } from '#rule'
import { api } from './_project.ts'

export default defineRule({
  id: 'codebuild/logs-disabled',
  title: 'Build writes no logs anywhere',
  severity: 'warning',
  on: ['AWS::CodeBuild::Project'],
  why: 'When a build fails, nothing says why.',
  fix: 'Enable CloudWatchLogs or S3Logs.',
  sources: [
    { url: api('LogsConfig'), fact: 'Logs go to CloudWatch Logs by default, to S3 only when that is enabled.' },
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html',
      fact: 'CodeBuild.4: a project should write logs somewhere.',
    },
  ],
  notes: ['001:1081', '001:1082', '001:1083', '001:1084', '002:1192', '002:2350', '002:2360', '003:422'],
  messages: { nowhere: 'Logs go neither to CloudWatch Logs nor to S3; enable one of them.' },
  check(project, { report }) {
    for (const status of project.known('LogsConfig.CloudWatchLogs.Status', string).filter(({ value }) => value === 'DISABLED')) {
      for (const s3 of project.possible('LogsConfig.S3Logs.Status', string)) {
        const when = both(status.when, s3.when)
        const isOff = s3.state === 'absent' || (s3.state === 'known' && s3.value === 'DISABLED')
        if (isOff && canHold(when)) report({ node: status.node, when }, 'nowhere')
      }
    }
  },
})
