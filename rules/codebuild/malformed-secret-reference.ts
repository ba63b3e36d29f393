import { defineRule, secretReferenceFault, string, together } from '#rule'
import { api } from './_project.ts'

export default defineRule({
  id: 'codebuild/malformed-secret-reference',
  title: 'Value of a build variable is no reference to a secret',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'Every build fails before its first command, because CodeBuild cannot find what the value names.',
  fix: 'Write secret-id:json-key:version-stage:version-id, or the name of the parameter.',
  sources: [
    {
      url: api('EnvironmentVariable'),
      fact: 'With SECRETS_MANAGER the value is a reference to a secret, with PARAMETER_STORE the name of a parameter.',
    },
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html',
      fact: 'The form of the reference: secret-id:json-key:version-stage:version-id, stage or id but not both.',
    },
  ],
  notes: ['002:1187', '002:1189', '002:2352'],
  messages: {
    noId: '"{value}" names no secret; write secret-id:json-key:version-stage:version-id.',
    parts: '"{value}" has {count} parts; a name takes at most secret-id:json-key:version-stage:version-id.',
    arn: '"{value}" is no ARN of a secret; it begins with arn:aws:secretsmanager:region:account:secret:name.',
    both: '"{value}" gives a version stage and a version ID; give one of them.',
    parameter: '"{value}" is no name of a parameter; write the name, or the ARN of a parameter of Systems Manager.',
  },
  check(project, { report }) {
    for (const variable of project.items('Environment.EnvironmentVariables')) {
      for (const [type, fact] of together(variable.known('Type', string), variable.known('Value', string))) {
        const { value } = fact
        if (type.value === 'SECRETS_MANAGER') {
          const { fault, parts } = secretReferenceFault(value) ?? {}
          if (fault === 'parts') report(fact, 'parts', { value, count: parts ?? 0 })
          else if (fault && fault !== 'resolve') report(fact, fault, { value })
        } else if (type.value === 'PARAMETER_STORE' && /^arn:/.test(value) && !/^arn:[\w-]+:ssm:[^:]*:[^:]*:parameter\//.test(value))
          report(fact, 'parameter', { value })
      }
    }
  },
})
