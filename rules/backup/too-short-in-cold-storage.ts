import { defineRule, number, together } from '#rule'

export default defineRule({
  id: 'backup/too-short-in-cold-storage',
  title: 'Backups stay in cold storage for 90 days at least',
  severity: 'error',
  on: ['AWS::Backup::BackupPlan'],
  why: 'AWS Backup rejects the plan.',
  fix: 'Raise DeleteAfterDays to 90 days after MoveToColdStorageAfterDays, or leave cold storage out.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html',
      fact: 'A backup is deleted 90 days after its move to cold storage at the earliest; -1 keeps it for ever.',
    },
  ],
  cfnLint: ['E3504'],
  messages: {
    short: 'DeleteAfterDays is {days} while MoveToColdStorageAfterDays is {move}; it must be {least} at least.',
  },
  check(plan, { report }) {
    for (const rule of plan.items('BackupPlan').flatMap((inner) => inner.items('BackupPlanRule'))) {
      const lifecycles = [rule, ...rule.items('CopyActions')].flatMap((holder) => holder.items('Lifecycle'))
      for (const lifecycle of lifecycles) {
        const moves = lifecycle.known('MoveToColdStorageAfterDays', number)
        for (const [move, end] of together(moves, lifecycle.known('DeleteAfterDays', number))) {
          const least = move.value + 90
          if (move.value >= 0 && end.value >= 0 && end.value < least) report(end, 'short', { days: end.value, move: move.value, least })
        }
      }
    }
  },
})
