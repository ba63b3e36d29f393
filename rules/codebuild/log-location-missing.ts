import { defineRule, string, together } from '#rule'
import { api, without } from './_project.ts'

export default defineRule({
  id: 'codebuild/log-location-missing',
  title: 'S3 logs need a location',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'CodeBuild refuses the project: it does not know where the logs are to go.',
  fix: 'Set Location to bucket/prefix, or to the ARN of the bucket with the prefix.',
  sources: [{ url: api('S3LogsConfig'), fact: 'location is my-bucket/prefix or arn:aws:s3:::my-bucket/prefix.' }],
  notes: ['001:1081', '001:1082', '001:1083', '001:1084', '002:1192', '002:2350', '002:2360', '003:422'],
  messages: {
    missing: 'S3 logs are enabled but have no Location; set it to bucket/prefix.',
    url: 'Location is "{value}"; write bucket/prefix, or arn:aws:s3:::bucket/prefix.',
  },
  check(project, { report }) {
    for (const logs of project.items('LogsConfig.S3Logs')) {
      const enabled = logs.known('Status', string).filter(({ value }) => value === 'ENABLED')
      for (const { value, when } of without(logs, enabled, 'Location')) report({ node: value.node, when }, 'missing')
      for (const [, location] of together(enabled, logs.known('Location', string))) {
        if (/^(s3|https?):/.test(location.value)) report(location, 'url', { value: location.value })
      }
    }
  },
})
