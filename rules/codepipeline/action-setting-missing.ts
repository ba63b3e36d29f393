import { closest, defineRule, pipelineOf } from '#rule'
import { providersOf } from './_actions.ts'

export default defineRule({
  id: 'codepipeline/action-setting-missing',
  title: 'Action lacks a configuration key that its provider requires',
  severity: 'error',
  on: ['AWS::CodePipeline::Pipeline'],
  why: 'CodePipeline rejects the pipeline.',
  fix: 'Add the key to the Configuration of the action.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/structure-configuration-examples.html',
      fact: 'The configuration keys of each provider, and which of them it needs.',
    },
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3Deploy.html',
      fact: 'Deploying to S3 needs BucketName and Extract; ObjectKey is needed where Extract is false.',
    },
  ],
  notes: ['001:1111', '001:1112', '001:1150', '001:1151', '001:1152', '001:1153', '002:1164', '002:1167'],
  cfnLint: ['E3703'],
  messages: {
    missing: '{provider} needs {key} in the Configuration; add it.',
    near: '{provider} needs {key}, not {near}; rename it.',
  },
  check(resource, { report }) {
    for (const action of pipelineOf(resource).actions) {
      for (const { name, provider, when } of providersOf(action)) {
        const properties = action.properties.under(when)
        const written = properties.items('Configuration').flatMap(({ entries }) => entries.map(({ key }) => key))
        for (const key of provider.needs) {
          const near = written.find(({ text }) => !provider.needs.includes(text) && (key.startsWith(text) || closest(text, [key])))
          for (const absent of properties.absent(`Configuration.${key}`)) {
            if (near) report({ node: near, when: absent.when }, 'near', { provider: name, key, near: near.text })
            else report(absent, 'missing', { provider: name, key })
          }
        }
      }
    }
  },
})
