import { all, defineRule, exclusive, requiresOneOf, where, within } from '#rule'

export default defineRule({
  id: 'lambda/code-source-conflict',
  title: 'Function code has exactly one source',
  severity: 'error',
  on: ['AWS::Lambda::Function'],
  why: 'Lambda rejects the function.',
  fix: 'Give the code in one way: ZipFile, S3Bucket with S3Key, or ImageUri.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html',
      fact: 'Code is an object in S3, text in the template, or the URI of an image.',
    },
  ],
  notes: [
    '000:525',
    '000:733',
    '001:78',
    '001:79',
    '001:80',
    '001:81',
    '002:1689',
    '002:1691',
    '002:1692',
    '002:1693',
    '002:1694',
    '002:1704',
    '004:379',
    '004:383',
  ],
  check: all(
    within('Code', exclusive('ZipFile', 'S3Bucket', 'ImageUri')),
    // An image without a URI is a matter of its own.
    where('PackageType', ['Zip'], within('Code', requiresOneOf('ZipFile', 'S3Bucket', 'S3Key', 'ImageUri')), { orAbsent: true }),
  ),
})
