import { all, defineRule, exclusive, requiresOneOf } from '#rule'

export default defineRule({
  id: 'codepipeline/artifact-store-conflict',
  title: 'Pipeline takes exactly one of ArtifactStore and ArtifactStores',
  severity: 'error',
  on: ['AWS::CodePipeline::Pipeline'],
  why: 'CodePipeline rejects the pipeline.',
  fix: 'Use ArtifactStores where an action runs in another Region, else ArtifactStore.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineDeclaration.html',
      fact: 'A pipeline has artifactStore or artifactStores, one of them and not both.',
    },
  ],
  notes: ['002:2323', '002:2324', '002:2326'],
  check: all(exclusive('ArtifactStore', 'ArtifactStores'), requiresOneOf('ArtifactStore', 'ArtifactStores')),
})
