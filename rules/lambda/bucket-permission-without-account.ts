import { both, canHold, defineRule, present, string } from '#rule'

export default defineRule({
  id: 'lambda/bucket-permission-without-account',
  title: 'A permission for S3 should name SourceAccount',
  severity: 'info',
  on: ['AWS::Lambda::Permission'],
  why: 'The ARN of a bucket names no account. Where the bucket is deleted, another account can take its name and invoke the function.',
  fix: 'Set SourceAccount to the account of the bucket, !Ref AWS::AccountId for the own one.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
      fact: 'For a bucket SourceAccount belongs to the permission, because its ARN does not hold the account.',
    },
  ],
  notes: ['002:1588', '002:1598'],
  cfnLint: ['W3663'],
  messages: {
    account: 'A permission for S3 without SourceAccount holds for whoever owns the bucket later; add SourceAccount.',
  },
  check(permission, { report }) {
    for (const principal of permission.known('Principal', string).filter(({ value }) => value === 's3.amazonaws.com')) {
      for (const absent of permission.under(principal.when).absent('SourceAccount')) {
        for (const arn of present(permission.under(absent.when), 'SourceArn')) {
          const when = both(absent.when, arn.when)
          if (canHold(when)) report({ node: principal.node, when }, 'account')
        }
      }
    }
  },
})
