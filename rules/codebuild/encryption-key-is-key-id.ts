import { defineRule, string } from '#rule'
import { api, referredBy } from './_project.ts'

export default defineRule({
  id: 'codebuild/encryption-key-is-key-id',
  title: 'EncryptionKey must be a key ARN or an alias',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'CodeBuild does not take a bare key ID, and the project is refused or its builds fail when they upload.',
  fix: 'Use the ARN of the key (!GetAtt Key.Arn), or alias/<name>.',
  sources: [{ url: api('CreateProject'), fact: 'encryptionKey is the ARN of a key, or its alias as alias/<name>.' }],
  notes: ['000:321', '000:323', '001:1088', '001:1089'],
  messages: {
    id: 'EncryptionKey is the key ID "{value}"; use the ARN of the key, or alias/<name>.',
    ref: 'EncryptionKey is !Ref {id}, which is a key ID; use !GetAtt {id}.Arn.',
  },
  check(project, { report }) {
    for (const fact of project.known('EncryptionKey', string)) {
      if (/^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(fact.value)) report(fact, 'id', { value: fact.value })
    }
    for (const fact of project.facts('EncryptionKey')) {
      const referred = fact.state === 'unknown' ? referredBy(project.template, fact.node) : undefined
      if (referred && referred.attribute === undefined && /^AWS::KMS::(Replica)?Key$/.test(referred.resource.type))
        report({ node: fact.node, when: fact.when }, 'ref', { id: referred.resource.id })
    }
  },
})
