import { boolean, defineRule, string } from '#rule'

export default defineRule({
  id: 'kms/unsupported-rotation',
  title: 'Only symmetric keys with own material rotate',
  severity: 'error',
  on: ['AWS::KMS::Key'],
  why: 'KMS rejects the rotation: "UnsupportedOperationException".',
  fix: 'Remove EnableKeyRotation, or set it to false.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html',
      fact: 'Automatic rotation exists for symmetric encryption keys; asymmetric, HMAC and imported keys leave it out or set it to false.',
    },
  ],
  notes: ['002:671'],
  messages: {
    spec: 'A key of the spec {spec} cannot rotate by itself; remove EnableKeyRotation.',
    imported: 'A key with imported material cannot rotate by itself; remove EnableKeyRotation.',
  },
  check(key, { report }) {
    for (const rotation of key.known('EnableKeyRotation', boolean).filter(({ value }) => value)) {
      const here = key.under(rotation.when)
      for (const spec of here.known('KeySpec', string)) {
        if (spec.value !== 'SYMMETRIC_DEFAULT' && !(rotation.via && spec.via))
          report({ node: rotation.node, when: spec.when }, 'spec', { spec: spec.value })
      }
      for (const origin of here.known('Origin', string)) {
        if (origin.value === 'EXTERNAL') report({ node: rotation.node, when: origin.when }, 'imported')
      }
    }
  },
})
