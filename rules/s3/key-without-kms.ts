import { defineRule, each, forbid, where, within } from '#rule'

export default defineRule({
  id: 's3/key-without-kms',
  title: 'A KMS key needs a KMS encryption algorithm',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the encryption settings, and the stack fails.',
  fix: 'Set SSEAlgorithm to aws:kms or aws:kms:dsse, or remove the key.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-serversideencryptionbydefault.html',
      fact: 'A key can be given only where the algorithm is one of the two with KMS.',
    },
  ],
  notes: [
    '000:72',
    '001:626',
    '001:627',
    '001:628',
    '002:469',
    '002:471',
    '002:472',
    '002:473',
    '002:692',
    '002:693',
    '002:694',
    '002:2292',
    '003:122',
    '003:123',
  ],
  check: each(
    'BucketEncryption.ServerSideEncryptionConfiguration',
    within(
      'ServerSideEncryptionByDefault',
      where(
        'SSEAlgorithm',
        ['AES256'],
        forbid('{name} needs a KMS algorithm, but SSEAlgorithm is AES256; use aws:kms or remove the key.', 'KMSMasterKeyID'),
      ),
    ),
  ),
})
