import { defineRule, string, together } from '#rule'
import { api } from './_project.ts'

export default defineRule({
  id: 'codebuild/pipeline-type-mismatch',
  title: 'CODEPIPELINE must be both source and artifact type',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'A pipeline both brings the source and takes the artifacts; CodeBuild refuses the project otherwise.',
  fix: 'Use CODEPIPELINE for both, or for neither.',
  sources: [
    { url: api('ProjectSource'), fact: 'CODEPIPELINE takes the source from the source action of a pipeline.' },
    { url: api('ProjectArtifacts'), fact: 'CODEPIPELINE gives the output to the pipeline.' },
  ],
  notes: ['000:321', '000:323', '002:1187', '002:2349', '002:2355', '002:2359'],
  messages: {
    artifacts: 'The source is CODEPIPELINE, so that Artifacts.Type must be too, not {type}.',
    source: 'The artifacts are CODEPIPELINE, so that Source.Type must be too, not {type}.',
  },
  check(project, { report }) {
    for (const [artifacts, source] of together(project.known('Artifacts.Type', string), project.known('Source.Type', string))) {
      if (source.value === 'CODEPIPELINE' && artifacts.value !== 'CODEPIPELINE') report(artifacts, 'artifacts', { type: artifacts.value })
      else if (source.value !== 'CODEPIPELINE' && artifacts.value === 'CODEPIPELINE')
        report({ node: source.node, when: source.when }, 'source', { type: source.value })
    }
  },
})
