import { arnOf, defineRule } from '#rule'

const OBJECT = /^(abortmultipartupload|listmultipartuploadparts|replicate(delete|tags)|.*object.*)$/
const BUCKET =
  /^((get|put)(accelerate|analytics|encryption|intelligenttiering|inventory|lifecycle|metrics|replication)configuration|.*bucket.*)$/

function appliesTo(action: string): 'object' | 'bucket' | undefined {
  const name = /^s3:(.+)$/.exec(action.toLowerCase())?.[1]
  if (!name || /lambda|accesspoint|accessgrant|storagelens|job|multiregion|owneroverride|listallmybuckets/.test(name)) return undefined
  // s3:GetBucketObjectLockConfiguration is about the bucket.
  if (BUCKET.test(name)) return 'bucket'
  return OBJECT.test(name) ? 'object' : undefined
}

const nameOf = (text: string): string | undefined => {
  const arn = arnOf(text)
  return arn?.service === 's3' && arn.region === '' && arn.account === '' ? arn.resource : undefined
}
const isBucket = (text: string): boolean => /^[^/*?\uE000]+$/.test(nameOf(text) ?? '') && !text.includes('${')
const isObjects = (text: string): boolean => /^[^\uE000]*\//.test(nameOf(text) ?? '')

export default defineRule({
  id: 'iam/s3-action-resource-mismatch',
  title: 'Object actions need bucket/*, bucket actions the bucket',
  severity: 'warning',
  on: ['policy'],
  why: 'The statement never matches: actions on objects apply to arn:aws:s3:::bucket/key, actions on buckets to arn:aws:s3:::bucket.',
  fix: 'Add /* behind the bucket for actions on objects, and name the bucket alone for actions on buckets.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html',
      fact: 'Bucket operations need the ARN of the bucket as resource, object operations that of the objects.',
    },
  ],
  notes: ['001:963', '001:968', '001:969', '001:970', '001:971', '001:972', '002:464', '002:465', '002:466', '002:492'],
  cfnLint: ['I3510'],
  messages: {
    object: '{action} applies to objects, and each Resource is a bucket; add one that ends with /*.',
    bucket: '{action} applies to buckets, and each Resource is objects; add the bucket itself.',
  },
  check(policy, { report }) {
    for (const statement of policy.statements) {
      const isBuckets = statement.all('Resource', isBucket)
      if (!isBuckets && !statement.all('Resource', isObjects)) continue
      for (const { text, isWhole, place } of statement.forms('Action')) {
        const applies = isWhole ? appliesTo(text) : undefined
        if (isBuckets && applies === 'object') report(place, 'object', { action: text })
        if (!isBuckets && applies === 'bucket') report(place, 'bucket', { action: text })
      }
    }
  },
})
