import { closest, defineRule, listOf, string } from '#rule'
import { api } from './_project.ts'

const VALUES: Readonly<Record<string, readonly string[]>> = {
  'Artifacts.Type': ['CODEPIPELINE', 'S3', 'NO_ARTIFACTS'],
  'Artifacts.Packaging': ['NONE', 'ZIP'],
  'Artifacts.NamespaceType': ['NONE', 'BUILD_ID'],
  'Cache.Type': ['NO_CACHE', 'S3', 'LOCAL'],
  'Cache.Modes.*': ['LOCAL_SOURCE_CACHE', 'LOCAL_DOCKER_LAYER_CACHE', 'LOCAL_CUSTOM_CACHE'],
  'Environment.ComputeType': [
    ...['SMALL', 'MEDIUM', 'LARGE', 'XLARGE', '2XLARGE'].map((size) => `BUILD_GENERAL1_${size}`),
    ...['1GB', '2GB', '4GB', '8GB', '10GB'].map((size) => `BUILD_LAMBDA_${size}`),
    'ATTRIBUTE_BASED_COMPUTE',
    'CUSTOM_INSTANCE_TYPE',
  ],
  'Environment.EnvironmentVariables.*.Type': ['PLAINTEXT', 'PARAMETER_STORE', 'SECRETS_MANAGER'],
  'Environment.ImagePullCredentialsType': ['CODEBUILD', 'SERVICE_ROLE'],
  'Environment.Type': [
    'LINUX_CONTAINER',
    'LINUX_GPU_CONTAINER',
    'LINUX_LAMBDA_CONTAINER',
    'LINUX_EC2',
    'ARM_CONTAINER',
    'ARM_LAMBDA_CONTAINER',
    'ARM_EC2',
    'WINDOWS_CONTAINER',
    'WINDOWS_SERVER_2019_CONTAINER',
    'WINDOWS_SERVER_2022_CONTAINER',
    'WINDOWS_EC2',
    'MAC_ARM',
  ],
  'LogsConfig.CloudWatchLogs.Status': ['ENABLED', 'DISABLED'],
  'LogsConfig.S3Logs.Status': ['ENABLED', 'DISABLED'],
  'Source.Type': [
    'CODECOMMIT',
    'CODEPIPELINE',
    'GITHUB',
    'GITHUB_ENTERPRISE',
    'GITLAB',
    'GITLAB_SELF_MANAGED',
    'BITBUCKET',
    'S3',
    'NO_SOURCE',
  ],
}

export default defineRule({
  id: 'codebuild/unknown-type',
  title: 'Build project has a type or mode that does not exist',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'CodeBuild refuses the project.',
  fix: 'Use one of the values that the API has.',
  sources: [
    { url: api('ProjectEnvironment'), fact: 'The environment and compute types.' },
    { url: api('ProjectSource'), fact: 'The source types.' },
    { url: api('ProjectArtifacts'), fact: 'The artifact types, packagings and namespaces.' },
    { url: api('ProjectCache'), fact: 'The cache types and modes.' },
  ],
  notes: ['002:1187', '002:1188', '002:2349'],
  messages: {
    misspelt: '{property} is "{value}", which does not exist; did you mean {near}?',
    unknown: '{property} is "{value}", which does not exist; it must be {values}.',
  },
  check(project, { report }) {
    for (const [path, values] of Object.entries(VALUES)) {
      const property = path.replaceAll('.*', '')
      for (const fact of project.known(path, string)) {
        const { value } = fact
        // Templates of the first year have lower-case values of their own (small, container), whose fate is not known.
        if (values.includes(value) || value === value.toLowerCase()) continue
        const near = closest(value, values)
        if (near) report(fact, 'misspelt', { property, value, near })
        else report(fact, 'unknown', { property, value, values: listOf(values) })
      }
    }
  },
})
