import { defineRule, type ShellCall } from '#rule'
import { INVALIDATION, isInvalidation } from './_invalidation.ts'

export default defineRule({
  id: 'buildspec/invalidation-before-upload',
  title: 'Cache is invalidated before the new files are uploaded',
  severity: 'warning',
  on: ['buildspec'],
  why: 'CloudFront fetches the old files again and keeps them.',
  fix: 'Invalidate after the upload.',
  sources: [{ url: INVALIDATION, fact: 'After an invalidation CloudFront fetches the file from the origin at the next request.' }],
  notes: ['001:847', '001:848', '001:849', '001:850'],
  messages: { early: 'This invalidation runs before the upload to {bucket}; move it behind.' },
  check(buildspec, { report }) {
    const { calls } = buildspec
    const uploads = calls.filter(isUpload)
    const [upload, another] = uploads
    if (!upload || another || calls.some(({ program }) => /\.sh$|^(make|npm|yarn|pnpm)$/.test(program))) return
    for (const call of calls.slice(0, calls.indexOf(upload)).filter(isInvalidation)) {
      if (!calls.slice(calls.indexOf(upload)).some(isInvalidation)) report(call.head(2), 'early', { bucket: bucketOf(upload) })
    }
  },
})

const isUpload = (call: ShellCall): boolean => ['sync', 'cp', 'mv'].some((verb) => call.is('aws', 's3', verb)) && bucketOf(call) !== ''

/** Where the files go: the second path of the command. */
const bucketOf = (call: ShellCall): string => {
  const target = call.subcommands[3]?.text ?? ''
  return target.startsWith('s3://') ? target : ''
}
