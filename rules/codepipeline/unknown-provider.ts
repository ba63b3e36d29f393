import { closest, defineRule, listOf, pipelineOf, table } from '#rule'

// A name that is like none of these may be newer than this list.
const KNOWN = table<readonly string[]>({
  Source: ['S3', 'CodeCommit', 'ECR', 'CodeStarSourceConnection'],
  Build: ['CodeBuild', 'Commands', 'ECRBuildAndPublish'],
  Test: ['CodeBuild', 'DeviceFarm'],
  Deploy: [
    'AppConfig',
    'CloudFormation',
    'CloudFormationStackSet',
    'CloudFormationStackInstances',
    'CodeDeploy',
    'CodeDeployToECS',
    'ECS',
    'EC2',
    'EKS',
    'ElasticBeanstalk',
    'Lambda',
    'OpsWorks',
    'S3',
    'ServiceCatalog',
  ],
  Approval: ['Manual'],
  Invoke: ['Lambda', 'StepFunctions', 'InspectorScan', 'CodePipeline'],
  Compute: ['Commands'],
})

export default defineRule({
  id: 'codepipeline/unknown-provider',
  title: 'Action provider does not exist in this category',
  severity: 'error',
  on: ['AWS::CodePipeline::Pipeline'],
  why: 'CodePipeline rejects the pipeline.',
  fix: 'Use a provider of the category, or the category of the provider.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html',
      fact: 'Which providers each category of actions has.',
    },
  ],
  notes: ['000:386', '001:1109', '002:1164', '002:1167', '002:1171', '003:408'],
  cfnLint: ['E3703'],
  messages: {
    elsewhere: 'AWS has no provider {provider} in the category {category}; it belongs to {others}.',
    near: 'AWS has no provider "{provider}" in the category {category}; did you mean "{near}"?',
  },
  check(resource, { report }) {
    for (const { types } of pipelineOf(resource).actions) {
      for (const type of types) {
        const known = KNOWN[type.category.value]
        const { provider } = type
        if (!known || type.owner.value !== 'AWS' || known.includes(provider.value)) continue
        const elsewhere = Object.keys(KNOWN).filter((category) => KNOWN[category]?.includes(provider.value))
        const category = type.category.value
        const near = closest(provider.value, known)
        if (elsewhere.length) report(provider, 'elsewhere', { provider: provider.value, category, others: listOf(elsewhere) })
        else if (near) report(provider, 'near', { provider: provider.value, category, near })
      }
    }
  },
})
