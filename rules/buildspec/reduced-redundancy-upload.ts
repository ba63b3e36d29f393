import { defineRule } from '#rule'

export default defineRule({
  id: 'buildspec/reduced-redundancy-upload',
  title: 'Uploads should not use reduced redundancy storage',
  severity: 'info',
  on: ['buildspec'],
  why: 'The class loses one object in ten thousand each year, and costs more than S3 Standard.',
  fix: 'Leave --storage-class out to have S3 Standard, or choose INTELLIGENT_TIERING.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html',
      fact: 'Reduced redundancy is not recommended: S3 Standard is cheaper and keeps objects better.',
    },
  ],
  notes: ['003:115'],
  messages: { reduced: 'REDUCED_REDUNDANCY loses objects and costs more than S3 Standard; leave --storage-class out.' },
  check(buildspec, { report }) {
    for (const call of buildspec.calls) {
      if (!call.is('aws', 's3') && !call.is('aws', 's3api')) continue
      const value = call.option('--storage-class')
      if (value?.text === 'REDUCED_REDUNDANCY') report(call.place(value), 'reduced')
    }
  },
})
