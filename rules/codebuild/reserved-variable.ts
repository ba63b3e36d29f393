import { defineRule, type Scalar, string } from '#rule'
import { api } from './_project.ts'

export default defineRule({
  id: 'codebuild/reserved-variable',
  title: 'Names of build variables must not start with CODEBUILD_',
  severity: 'error',
  on: ['AWS::CodeBuild::Project', 'AWS::CodePipeline::Pipeline'],
  why: 'CodeBuild sets these variables itself; a value of your own is refused, lost, or misleads the build.',
  fix: 'Choose another name.',
  sources: [
    { url: api('EnvironmentVariable'), fact: 'A variable has a name and a value.' },
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html',
      fact: 'No variable should be set with a name that begins with CODEBUILD_; the prefix is for internal use.',
    },
  ],
  notes: ['000:321', '001:1089', '002:1187', '002:1189', '002:2352'],
  messages: { reserved: 'The variable {name} begins with "CODEBUILD_", which is reserved; choose another name.' },
  check(resource, { report }) {
    if (resource.type === 'AWS::CodeBuild::Project') {
      for (const fact of resource.known('Environment.EnvironmentVariables.*.Name', string)) {
        if (fact.value.startsWith('CODEBUILD_')) report(fact, 'reserved', { name: fact.value })
      }
      return
    }
    // An action of a pipeline has its variables as JSON text.
    for (const fact of resource.known('Stages.*.Actions.*.Configuration.EnvironmentVariables', string)) {
      for (const match of fact.value.matchAll(/"name"\s*:\s*"(CODEBUILD_\w*)"/g)) {
        const name = match[1] ?? ''
        const end = match.index + match[0].length - 1
        const isWritten = fact.node.kind === 'scalar' && fact.node.text === fact.value
        const span = isWritten ? { span: resource.template.partOf(fact.node as Scalar, end - name.length, end) } : {}
        report({ node: fact.node, when: fact.when, ...span }, 'reserved', { name })
      }
    }
  },
})
