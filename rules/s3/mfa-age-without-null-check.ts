import { defineRule, policiesIn } from '#rule'

const AGE = /^aws:MultiFactorAuthAge$/i
const PRESENT = /^aws:MultiFactorAuthPresent$/i

export default defineRule({
  id: 's3/mfa-age-without-null-check',
  title: 'Requiring MFA by age must also deny requests without MFA',
  severity: 'warning',
  on: ['AWS::S3::BucketPolicy'],
  why: 'Requests without MFA have no age, so a Deny on its number does not stop them.',
  fix: 'Deny as well where aws:MultiFactorAuthAge is missing: Null with true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html',
      fact: 'The example denies requests without MFA with Null, and old ones with NumericGreaterThan.',
    },
  ],
  notes: ['004:178'],
  messages: { unguarded: 'Requests without MFA pass this Deny; deny as well where {key} is Null.' },
  check(policy, { report }) {
    for (const { statements } of policiesIn(policy)) {
      const denials = statements.filter(({ isDeny }) => isDeny).flatMap((statement) => statement.conditions())
      const isGuarded =
        denials.some(({ operator, key }) => /^null$/i.test(operator.text) && AGE.test(key.text)) ||
        denials.some(({ key }) => PRESENT.test(key.text))
      if (isGuarded) continue
      for (const { operator, key, when } of denials)
        if (/^numeric/i.test(operator.text) && !/ifexists$/i.test(operator.text) && AGE.test(key.text))
          report({ node: key, when }, 'unguarded', { key: key.text })
    }
  },
})
