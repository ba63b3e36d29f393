import { canHold, defineRule, isPlaceholder, string } from '#rule'

export default defineRule({
  id: 'lambda/unversioned-s3-code',
  title: 'Code under a fixed S3 key is not redeployed',
  severity: 'info',
  on: ['AWS::Lambda::Function'],
  why: 'When another archive is put under the same key, CloudFormation sees no change and leaves the old code running.',
  fix: 'Give every build a key of its own, or set S3ObjectVersion.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html',
      fact: 'A new object under the same key is taken where its version is given.',
    },
  ],
  notes: ['001:81', '002:1694'],
  messages: {
    fixed: 'S3Key is always "{key}": new code under it is not deployed; give each build its own key, or S3ObjectVersion.',
  },
  check(fn, { report }) {
    for (const code of fn.items('Code')) {
      for (const key of code.known('S3Key', string)) {
        // A number is a version, a date or a part of a hash.
        if (key.via || /\d/.test(key.value) || isPlaceholder(key.value)) continue
        for (const { when } of code.under(key.when).absent('S3ObjectVersion'))
          if (canHold(when)) report({ node: key.node, when }, 'fixed', { key: key.value })
      }
    }
  },
})
