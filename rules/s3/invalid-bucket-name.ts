import { defineRule, formsOf, isPlaceholder, nodesAt, shorten, suspectsOf } from '#rule'

/** What is wrong with a name that is known as a whole; only the first two can be said of parts. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/[A-Z]/, 'has capital letters'],
  [/[^a-z0-9.-]/, 'has characters other than letters, digits, hyphens and dots'],
  [/^.{0,2}$|^.{64,}$/, 'must have 3 to 63 characters'],
  [/^[^a-z0-9]|[^a-z0-9]$/, 'must begin and end with a letter or digit'],
  [/\.\./, 'has two dots side by side'],
  [/^\d+\.\d+\.\d+\.\d+$/, 'looks like an IP address'],
  [/^(xn--|sthree-|amzn-s3-demo-)/, 'begins with what is reserved'],
  [/(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/, 'ends with what is reserved'],
]

const faultOf = (name: string): string | undefined => {
  const literal = name.replace(/[\uE000\uE001]/g, '')
  const faults = literal === name ? FAULTS : FAULTS.slice(0, 2)
  if (literal !== name && literal.length > 63) return 'is longer than 63 characters'
  return faults.find(([pattern]) => pattern.test(literal))?.[1]
}

export default defineRule({
  id: 's3/invalid-bucket-name',
  title: 'A bucket name must follow the S3 naming rules',
  severity: 'error',
  on: ['AWS::S3::Bucket'],
  why: 'S3 rejects the name, and the stack fails.',
  fix: 'Use 3 to 63 lower-case letters, digits, hyphens and dots, and begin and end with a letter or a digit.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
      fact: 'The rules for names of general purpose buckets, with the beginnings and endings that are reserved.',
    },
  ],
  notes: ['002:427', '002:429', '002:2285'],
  messages: { invalid: 'The bucket name "{name}" {fault}; S3 rejects it, so choose another.' },
  check(bucket, { report }) {
    for (const { node, when } of nodesAt(bucket, 'BucketName')) {
      const forms = formsOf(bucket.template, node, when).filter(({ text, isWhole }) => !isWhole || !isPlaceholder(text))
      for (const { text, place } of suspectsOf(forms, (name) => faultOf(name) !== undefined))
        report(place, 'invalid', { name: shorten(text), fault: faultOf(text) ?? '' })
    }
  },
})
