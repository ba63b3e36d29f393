import { all, type Check, defineRule, requires, where, within } from '#rule'

/** Beside another source of the code a bucket is too much, not too little. */
const alone = (check: Check): Check => where('ZipFile', [], where('ImageUri', [], check, { orAbsent: true }), { orAbsent: true })

export default defineRule({
  id: 'lambda/incomplete-s3-code',
  title: 'Code in S3 needs both bucket and key',
  severity: 'error',
  on: ['AWS::Lambda::Function'],
  why: 'Lambda rejects the function.',
  fix: 'Give both S3Bucket and S3Key.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html',
      fact: 'An object in S3 is named by its bucket and its key, and by its version if there are several.',
    },
  ],
  notes: [
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
  check: within('Code', all(alone(requires('S3Bucket', 'S3Key')), requires('S3Key', 'S3Bucket'), requires('S3ObjectVersion', 'S3Bucket'))),
})
