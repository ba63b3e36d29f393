import { defineRule, string } from '#rule'
import { api, artifactsOf, without } from './_project.ts'

export default defineRule({
  id: 'codebuild/artifact-location-missing',
  title: 'S3 artifacts need a bucket',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'CodeBuild refuses the project: it does not know where the artifacts are to go.',
  fix: 'Set Location to the name of the bucket.',
  sources: [{ url: api('ProjectArtifacts'), fact: 'For the type S3 location is the name of the bucket.' }],
  notes: ['000:321', '000:323', '001:1086', '002:2349', '002:2359'],
  cfnLint: ['E3636'],
  messages: { missing: 'Artifacts of the type S3 have no Location; set it to the name of the bucket.' },
  check(project, { report }) {
    for (const artifacts of artifactsOf(project)) {
      const types = artifacts.known('Type', string).filter(({ value }) => value === 'S3')
      for (const { value, when } of without(artifacts, types, 'Location')) report({ node: value.node, when }, 'missing')
    }
  },
})
