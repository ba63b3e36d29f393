import { defineRule, leadsAt, pipelineOf, string } from '#rule'
import { whenOfType } from './_actions.ts'

export default defineRule({
  id: 'codepipeline/source-bucket-unversioned',
  title: 'S3 source bucket must be versioned',
  severity: 'error',
  on: ['AWS::CodePipeline::Pipeline'],
  why: 'The source action fails: CodePipeline tells a new revision by the version of the object.',
  fix: 'Set VersioningConfiguration.Status of the bucket to Enabled.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html',
      fact: 'Versioning must be enabled on the source bucket.',
    },
  ],
  notes: ['002:1170'],
  messages: {
    unversioned: 'The bucket {bucket} is not versioned, which a source has to be; set its VersioningConfiguration.Status to Enabled.',
  },
  check(resource, { report }) {
    for (const action of pipelineOf(resource).actions) {
      for (const when of whenOfType(action, 'Source', 'S3')) {
        for (const configuration of action.properties.under(when).items('Configuration')) {
          for (const lead of leadsAt(resource.template, configuration, 'S3Bucket', 'AWS::S3::Bucket')) {
            if (lead.attribute !== undefined) continue
            for (const status of lead.resource.under(lead.when).possible('VersioningConfiguration.Status', string))
              if (status.state === 'absent' || (status.state === 'known' && status.value !== 'Enabled'))
                report({ node: lead.node, when: status.when }, 'unversioned', { bucket: lead.resource.id })
          }
        }
      }
    }
  },
})
