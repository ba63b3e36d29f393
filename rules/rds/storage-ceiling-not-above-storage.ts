import { defineRule, number, together } from '#rule'

export default defineRule({
  id: 'rds/storage-ceiling-not-above-storage',
  title: 'The storage ceiling must be above the allocated storage',
  severity: 'warning',
  on: ['AWS::RDS::DBInstance'],
  why: 'The storage cannot grow: it already is what MaxAllocatedStorage allows, or more, which RDS refuses.',
  fix: 'Make MaxAllocatedStorage greater than AllocatedStorage by 10 % at least, or remove it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html',
      fact: 'Storage grows by itself up to the maximum, which is to be above what is allocated.',
    },
  ],
  notes: [
    '000:665',
    '000:666',
    '000:667',
    '000:668',
    '001:451',
    '001:452',
    '002:836',
    '002:838',
    '002:843',
    '002:967',
    '002:2201',
    '002:2202',
  ],
  messages: {
    ceiling: 'MaxAllocatedStorage is {most}, not more than the {now} of AllocatedStorage, so the storage cannot grow; make it greater.',
  },
  check(database, { report }) {
    for (const [most, now] of together(database.known('MaxAllocatedStorage', number), database.known('AllocatedStorage', number))) {
      if (most.value > 0 && most.value <= now.value && !(most.via && now.via)) report(most, 'ceiling', { most: most.value, now: now.value })
    }
  },
})
