import { defineRule, string, together } from '#rule'
import { api, artifactsOf, referredBy } from './_project.ts'

export default defineRule({
  id: 'codebuild/artifact-location-not-bucket',
  title: 'Artifact location must be a bucket name',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'CodeBuild looks for a bucket of that very name and fails when it uploads.',
  fix: 'Write the name of the bucket alone, and put a folder into Path.',
  sources: [{ url: api('ProjectArtifacts'), fact: 'For the type S3 location is the name of the bucket; path is the folder.' }],
  notes: ['000:321', '000:323', '001:1086', '002:2349', '002:2359'],
  messages: {
    notName: 'Location is "{value}"; it must be the name of a bucket alone, with a folder in Path.',
    arn: 'Location is the ARN of the bucket {id}; use !Ref {id}, which is its name.',
  },
  check(project, { report }) {
    for (const artifacts of artifactsOf(project)) {
      const types = artifacts.known('Type', string).filter(({ value }) => value === 'S3')
      for (const [, location] of together(types, artifacts.known('Location', string))) {
        if (/^(s3:|https?:|arn:)|\//.test(location.value)) report(location, 'notName', { value: location.value })
      }
      for (const fact of types.length ? artifacts.facts('Location') : []) {
        const referred = fact.state === 'unknown' ? referredBy(project.template, fact.node) : undefined
        if (referred?.attribute === 'Arn' && referred.resource.type === 'AWS::S3::Bucket')
          report({ node: fact.node, when: fact.when }, 'arn', { id: referred.resource.id })
      }
    }
  },
})
