import { defineRule, string } from '#rule'
import { api, sourcesOf, without } from './_project.ts'

export default defineRule({
  id: 'codebuild/source-location-missing',
  title: 'Source needs a location',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'CodeBuild refuses the project: it does not know what to build.',
  fix: 'Set Location to the HTTPS clone URL of the repository, or to bucket/key of the source in S3.',
  sources: [{ url: api('ProjectSource'), fact: 'location must be given for every type but CODEPIPELINE (and NO_SOURCE, which has none).' }],
  notes: ['002:1187', '002:2355'],
  cfnLint: ['E3636'],
  messages: { missing: 'A source of the type {type} has no Location; set it.' },
  check(project, { report }) {
    for (const source of sourcesOf(project)) {
      const types = source
        .known('Type', string)
        .filter(({ value }) => /^(CODECOMMIT|GITHUB|GITHUB_ENTERPRISE|GITLAB|GITLAB_SELF_MANAGED|BITBUCKET|S3)$/.test(value))
      for (const { value, when } of without(source, types, 'Location')) report({ node: value.node, when }, 'missing', { type: value.value })
    }
  },
})
