import { boolean, defineRule } from '#rule'
import { api } from './_project.ts'

const PATHS = ['Artifacts', 'SecondaryArtifacts.*', 'LogsConfig.S3Logs']

export default defineRule({
  id: 'codebuild/encryption-disabled',
  title: 'Build output or logs are stored unencrypted',
  severity: 'info',
  on: ['AWS::CodeBuild::Project'],
  why: 'Security standards want the output of builds encrypted with a key that access can be granted to.',
  fix: 'Remove EncryptionDisabled.',
  sources: [
    { url: api('ProjectArtifacts'), fact: 'encryptionDisabled switches the encryption of the output off; it is on by default.' },
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html',
      fact: 'CodeBuild.3: the logs of a project in S3 should be encrypted.',
    },
  ],
  notes: [
    '001:1081',
    '001:1082',
    '001:1083',
    '001:1084',
    '001:1088',
    '001:1089',
    '002:1192',
    '002:2349',
    '002:2350',
    '002:2359',
    '002:2360',
    '003:422',
  ],
  messages: { disabled: 'EncryptionDisabled is true; remove it, so that the objects are encrypted with the key of the project.' },
  check(project, { report }) {
    for (const path of PATHS) {
      for (const fact of project.known(`${path}.EncryptionDisabled`, boolean)) if (fact.value) report(fact, 'disabled')
    }
  },
})
