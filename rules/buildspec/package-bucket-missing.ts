import { defineRule } from '#rule'

export default defineRule({
  id: 'buildspec/package-bucket-missing',
  title: 'Package command needs a bucket',
  severity: 'error',
  on: ['buildspec'],
  why: 'The command does not know where to upload what the template refers to, and fails.',
  fix: 'Add --s3-bucket with a bucket of the Region of the stack.',
  sources: [{ url: 'https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html', fact: '--s3-bucket is required.' }],
  notes: ['000:187', '000:729', '003:338'],
  // sam package reads samconfig.toml as well, from a folder that is not known here.
  messages: { missing: '"aws cloudformation package" has no --s3-bucket; name the bucket to upload to.' },
  check(buildspec, { report }) {
    for (const call of buildspec.calls) {
      if (!call.is('aws', 'cloudformation', 'package') || call.isOpen || call.has('help')) continue
      // The AWS CLI takes shortened options.
      if (!call.args.some(({ text }) => text.startsWith('--s3-b'))) report(call.head(2), 'missing')
    }
  },
})
