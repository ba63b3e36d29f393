import { defineRule, isPlaceholder, string } from '#rule'

export default defineRule({
  id: 'cloudfront/invalid-public-key',
  title: 'A public key must be a PEM block that ends in a line break',
  severity: 'error',
  on: ['AWS::CloudFront::PublicKey'],
  why: 'CloudFront rejects the key.',
  fix: 'Give the PEM block of the public key, with the lines that begin and end it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html',
      fact: 'A public key in PEM format is uploaded; the private key stays with who signs.',
    },
  ],
  notes: ['001:806', '001:807', '001:809', '001:810'],
  messages: {
    private: 'This is a private key, which anybody who reads the template now has; make a new pair and give its public key.',
    format: 'This is no public key in PEM format; it begins with "-----BEGIN PUBLIC KEY-----".',
  },
  check(key, { report }) {
    for (const encoded of key.known('PublicKeyConfig.EncodedKey', string)) {
      if (isPlaceholder(encoded.value)) continue
      if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(encoded.value)) report(encoded, 'private')
      else if (!encoded.value.includes('-----BEGIN PUBLIC KEY-----')) report(encoded, 'format')
    }
  },
})
