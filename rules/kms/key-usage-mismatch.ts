import { defineRule, listOf, string } from '#rule'

const USAGES: readonly (readonly [prefix: string, usages: readonly string[]])[] = [
  ['SYMMETRIC_DEFAULT', ['ENCRYPT_DECRYPT']],
  ['RSA_', ['ENCRYPT_DECRYPT', 'SIGN_VERIFY']],
  ['ECC_NIST_P', ['SIGN_VERIFY', 'KEY_AGREEMENT']],
  ['ECC_', ['SIGN_VERIFY']],
  ['ML_DSA_', ['SIGN_VERIFY']],
  ['HMAC_', ['GENERATE_VERIFY_MAC']],
  ['SM2', ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'KEY_AGREEMENT']],
]

export default defineRule({
  id: 'kms/key-usage-mismatch',
  title: 'KeyUsage must fit KeySpec',
  severity: 'error',
  on: ['AWS::KMS::Key'],
  why: 'KMS rejects the key. A missing KeyUsage means ENCRYPT_DECRYPT, which only symmetric, RSA and SM2 keys can do.',
  fix: 'Use a KeyUsage of the list for this KeySpec.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html',
      fact: 'Each kind of key has its own usages; asymmetric and HMAC keys need one.',
    },
  ],
  notes: ['002:656', '002:657', '002:659', '002:679'],
  messages: {
    mismatch: 'KeyUsage is {usage}; for a key of the spec {spec} it must be {usages}.',
    missing: 'A key of the spec {spec} needs KeyUsage, which is not set; use {usages}.',
  },
  check(key, { report }) {
    for (const spec of key.known('KeySpec', string)) {
      const usages = USAGES.find(([prefix]) => spec.value.startsWith(prefix))?.[1]
      if (!usages) continue
      for (const usage of key.under(spec.when).possible('KeyUsage', string)) {
        if (usage.state === 'known' && !usages.includes(usage.value) && !(usage.via && spec.via))
          report(usage, 'mismatch', { usage: usage.value, spec: spec.value, usages: listOf(usages) })
        if (usage.state === 'absent' && !usages.includes('ENCRYPT_DECRYPT'))
          report({ node: spec.node, when: usage.when }, 'missing', { spec: spec.value, usages: listOf(usages) })
      }
    }
  },
})
