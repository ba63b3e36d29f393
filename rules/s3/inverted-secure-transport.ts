import { defineRule, policiesIn } from '#rule'

export default defineRule({
  id: 's3/inverted-secure-transport',
  title: 'aws:SecureTransport must deny false or allow true',
  severity: 'warning',
  on: ['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy', 'AWS::KMS::Key', 'AWS::SecretsManager::ResourcePolicy'],
  why: 'A Deny on true locks out everybody who uses TLS, the owner included; an Allow on false lets in only those who do not.',
  fix: 'Deny where aws:SecureTransport is false.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
      fact: 'Requests without TLS are refused by denying those for which aws:SecureTransport is false.',
    },
  ],
  notes: ['002:474', '002:701', '002:2142'],
  messages: {
    deny: 'This denies every request over TLS; deny where aws:SecureTransport is false.',
    allow: 'This allows requests without TLS only; deny where aws:SecureTransport is false instead.',
  },
  check(resource, { report }) {
    for (const statement of policiesIn(resource).flatMap(({ statements }) => statements)) {
      const tests = statement.conditions()
      const [test] = tests
      if (!test || tests.length > 1 || !/^aws:SecureTransport$/i.test(test.key.text) || !/^Bool(IfExists)?$/.test(test.operator.text))
        continue
      for (const { text, place } of test.values) {
        if (statement.isDeny && text.toLowerCase() === 'true') report(place, 'deny')
        if (statement.isAllow && text.toLowerCase() === 'false') report(place, 'allow')
      }
    }
  },
})
