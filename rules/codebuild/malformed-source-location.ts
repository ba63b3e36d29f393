import { defineRule, string, together } from '#rule'
import { api, sourcesOf } from './_project.ts'

const GIT = ['GITHUB', 'GITHUB_ENTERPRISE', 'GITLAB', 'GITLAB_SELF_MANAGED', 'BITBUCKET']

export default defineRule({
  id: 'codebuild/malformed-source-location',
  title: 'Source location does not fit its type',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'CodeBuild refuses the project, or no build can read its source.',
  fix: 'Write the HTTPS URL that the repository is cloned from; for S3 bucket/key.zip or bucket/folder/.',
  sources: [
    {
      url: api('ProjectSource'),
      fact: 'location is the HTTPS clone URL of a repository, or bucket/key of a ZIP file, or bucket/folder/.',
    },
  ],
  notes: ['002:1187', '002:2355'],
  messages: {
    ssh: 'Location is "{value}"; write the HTTPS URL of the repository, such as https://{host}/{path}.',
    notUrl: 'Location is "{value}"; write the HTTPS URL that the repository is cloned from.',
    codecommit: 'Location is "{value}"; write https://git-codecommit.<region>.amazonaws.com/v1/repos/<name>.',
    bucket: 'Location is "{value}"; write bucket/key.zip, or bucket/folder/.',
  },
  check(project, { report }) {
    for (const source of sourcesOf(project)) {
      for (const [type, location] of together(source.known('Type', string), source.known('Location', string))) {
        const { value } = location
        if (GIT.includes(type.value)) {
          const [, host, path] = /^(?:ssh:\/\/)?git@([^:/]+)[:/](.+)$/.exec(value) ?? []
          if (value === 'CODEBUILD_DEFAULT_WEBHOOK_SOURCE_LOCATION') continue
          if (host && path) report(location, 'ssh', { value, host, path })
          else if (!/^https?:\/\//.test(value)) report(location, 'notUrl', { value })
        } else if (type.value === 'CODECOMMIT' && !/^https:\/\/git-codecommit[\w.-]*\//.test(value))
          report(location, 'codecommit', { value })
        else if (type.value === 'S3' && (/^(s3|https?):|^arn:/.test(value) || !/^[^/]+\/./.test(value)))
          report(location, 'bucket', { value })
      }
    }
  },
})
