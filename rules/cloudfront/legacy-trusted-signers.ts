import { atKey, defineRule, forbid } from '#rule'
import { filled, ofBehaviors } from './_behaviors.ts'

export default defineRule({
  id: 'cloudfront/legacy-trusted-signers',
  title: 'Trusted key groups should replace trusted signers',
  severity: 'info',
  on: ['AWS::CloudFront::Distribution'],
  why: 'Trusted signers use key pairs of the root user, of which there are two, and which only the root user can change.',
  fix: 'Put public keys into an AWS::CloudFront::KeyGroup and name it in TrustedKeyGroups.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html',
      fact: 'AWS recommends key groups, which need no root user and can be managed in templates.',
    },
  ],
  notes: [
    '000:126',
    '000:127',
    '000:128',
    '001:804',
    '001:805',
    '001:806',
    '001:807',
    '001:808',
    '001:811',
    '002:1123',
    '002:1124',
    '003:201',
  ],
  check: ofBehaviors({
    ...forbid('Trusted key groups replace {name}; use TrustedKeyGroups.', 'TrustedSigners'),
    run({ target, report }) {
      for (const signers of filled(target, 'TrustedSigners')) report(atKey(signers), 'forbidden', { name: 'TrustedSigners' })
    },
  }),
})
