import { defineRule, string, together } from '#rule'
import { api, COMPUTE } from './_project.ts'

export default defineRule({
  id: 'codebuild/compute-type-mismatch',
  title: 'Compute type does not fit the environment type',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'CodeBuild refuses the project.',
  fix: 'Use BUILD_LAMBDA_* with LINUX_LAMBDA_CONTAINER and ARM_LAMBDA_CONTAINER, BUILD_GENERAL1_* with the others.',
  sources: [
    { url: api('ProjectEnvironment'), fact: 'BUILD_LAMBDA_* is only for LINUX_LAMBDA_CONTAINER and ARM_LAMBDA_CONTAINER.' },
    { url: COMPUTE, fact: 'Which compute types each environment type has.' },
  ],
  notes: ['002:1188', '002:1191', '002:2346', '002:2356'],
  messages: {
    lambda:
      'ComputeType {compute} runs on Lambda, but Type is {type}; write BUILD_GENERAL1_* or use LINUX_LAMBDA_CONTAINER or ARM_LAMBDA_CONTAINER.',
    general: 'ComputeType {compute} does not run on Lambda, but Type is {type}; write BUILD_LAMBDA_*.',
  },
  check(project, { report }) {
    for (const environment of project.items('Environment')) {
      const types = environment.known('Type', string)
      for (const [compute, type] of together(environment.known('ComputeType', string), types)) {
        const isLambda = /_LAMBDA_CONTAINER$/.test(type.value)
        const data = { compute: compute.value, type: type.value }
        if (compute.value.startsWith('BUILD_LAMBDA_') && !isLambda && /_(CONTAINER|EC2)$|^MAC_ARM$/.test(type.value))
          report(compute, 'lambda', data)
        else if (
          compute.value.startsWith('BUILD_GENERAL1_') &&
          isLambda &&
          environment.facts('Fleet').every((fact) => fact.state === 'absent')
        )
          report(compute, 'general', data)
      }
    }
  },
})
