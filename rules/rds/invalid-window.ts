import { defineRule, string } from '#rule'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const TIME = '([01]?\\d|2[0-3]):([0-5]\\d)'
const BACKUP = new RegExp(`^${TIME}-${TIME}$`)
const MAINTENANCE = new RegExp(`^(${DAYS.join('|')}):${TIME}-(${DAYS.join('|')}):${TIME}$`, 'i')
const DAY = 24 * 60

export default defineRule({
  id: 'rds/invalid-window',
  title: 'Backup and maintenance windows need their format and 30 minutes',
  severity: 'error',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'RDS rejects the request.',
  fix: 'Write backup windows as hh:mm-hh:mm and maintenance windows as ddd:hh:mm-ddd:hh:mm, in UTC, of 30 minutes at least.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      fact: 'The format of both windows, and that they last for 30 minutes at least.',
    },
  ],
  notes: ['002:843', '002:847', '002:2197'],
  messages: {
    backup: 'PreferredBackupWindow is "{value}"; it must be hh:mm-hh:mm, as 03:00-04:00.',
    maintenance: 'PreferredMaintenanceWindow is "{value}"; it must be ddd:hh:mm-ddd:hh:mm, as sun:04:00-sun:05:00.',
    short: '{name} is "{value}", {minutes} minutes; it must last for 30 at least.',
  },
  check(database, { report }) {
    for (const fact of database.known('PreferredBackupWindow', string)) {
      const [, ...parts] = BACKUP.exec(fact.value) ?? []
      const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = parts.map(Number)
      const minutes = (h2 * 60 + m2 - h1 * 60 - m1 + DAY) % DAY
      if (parts.length === 0) report(fact, 'backup', { value: fact.value })
      else if (minutes < 30) report(fact, 'short', { name: 'PreferredBackupWindow', value: fact.value, minutes })
    }
    for (const fact of database.known('PreferredMaintenanceWindow', string)) {
      const [, from = '', h1, m1, to = '', h2, m2] = MAINTENANCE.exec(fact.value) ?? []
      const at = (day: string, hours?: string, minutes?: string): number =>
        DAYS.indexOf(day.toLowerCase()) * DAY + Number(hours) * 60 + Number(minutes)
      const minutes = (at(to, h2, m2) - at(from, h1, m1) + 7 * DAY) % (7 * DAY)
      if (from === '') report(fact, 'maintenance', { value: fact.value })
      else if (minutes < 30) report(fact, 'short', { name: 'PreferredMaintenanceWindow', value: fact.value, minutes })
    }
  },
})
