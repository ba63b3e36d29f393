import { defineRule, isInline, string } from '#rule'
import { api } from './_project.ts'

export default defineRule({
  id: 'codebuild/invalid-buildspec-path',
  title: 'Buildspec path must be relative to the source or an S3 ARN',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'CodeBuild does not find the file, and every build fails with YAML_FILE_ERROR.',
  fix: 'Name the file from the root of the source, or by the ARN of an object of a bucket in the same Region.',
  sources: [
    {
      url: api('ProjectSource'),
      fact: 'buildspec is the text itself, a path from the root of the source, or the ARN of an object of S3.',
    },
  ],
  notes: ['000:313', '001:1077', '001:1078', '001:1079', '001:1080', '002:1187', '002:1189', '002:2347', '002:2358'],
  messages: {
    absolute: 'BuildSpec is "{value}"; write the path from the root of the source, without the leading slash.',
    outside: 'BuildSpec is "{value}", which lies outside of the source; write a path from its root.',
    url: 'BuildSpec is "{value}"; write the object as an ARN: arn:aws:s3:::bucket/key.',
    arn: 'BuildSpec is "{value}", which is no ARN of an object of S3; write arn:aws:s3:::bucket/key.',
  },
  check(project, { report }) {
    for (const fact of project.known('Source.BuildSpec', string)) {
      const value = fact.value.trim()
      if (isInline(fact.value)) continue
      if (value.startsWith('/')) report(fact, 'absolute', { value })
      else if (/^(\.\/)*\.\.\//.test(value)) report(fact, 'outside', { value })
      else if (/^(s3|https?):/.test(value)) report(fact, 'url', { value })
      else if (value.startsWith('arn:') && !/^arn:[\w-]+:s3:::[^/]+\/./.test(value)) report(fact, 'arn', { value })
    }
  },
})
