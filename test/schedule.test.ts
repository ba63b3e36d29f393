/** What is wrong with a schedule expression, and where. */
import { describe, expect, test } from 'vitest'
import { type ScheduleDialect, scheduleFault, unixCronFault } from '../src/schedule.ts'
import { OPAQUE } from '../src/text.ts'

const RULE: ScheduleDialect = { kinds: ['rate', 'cron'], isExact: true }
const ANY: ScheduleDialect = { kinds: ['rate', 'cron', 'at'] }

/** The part that is at fault, then what is said of it. */
const said = (text: string, dialect: ScheduleDialect): string => {
  const fault = scheduleFault(text, dialect)
  return fault ? `${text.slice(fault.start, fault.end)} | ${fault.says}` : ''
}

describe('nothing to say', () => {
  test.each([
    'rate(1 minute)',
    'rate(5 minutes)',
    'rate(12 hours)',
    'rate(1 day)',
    'cron(0 12 * * ? *)',
    'cron(0/15 * * * ? *)',
    'cron(*/5 8-17 ? * MON-FRI *)',
    'cron(15,45 22-6 L * ? 2026-2030)',
    'cron(0 2 15W jan,FEB ? *)',
    'cron(0 2 LW * ? *)',
    'cron(0 2 ? * 6L *)',
    'cron(0 2 ? * 3#2 *)',
    'cron(0 2 ? * fri#1 *)',
    'cron(00  10 ? * 1-7/2 2199)',
    `cron(${OPAQUE} * * * ? *)`,
    `cron(${OPAQUE})`,
    `rate(${OPAQUE} minutes)`,
    `rate(${OPAQUE})`,
    OPAQUE,
  ])('%s', (text) => {
    expect(said(text, RULE)).toBe('')
  })
  test.each(['at(2028-02-29T23:59:59)', 'rate(1 hours)', `at(${OPAQUE})`])('%s', (text) => {
    expect(said(text, ANY)).toBe('')
  })
})

test.each([
  ['rate(1 hours)', 'hours | the unit of 1 is hour'],
  ['rate(5 minute)', 'minute | the unit of 5 is minutes'],
  ['rate(0 minutes)', '0 | "0" is no whole number above 0'],
  ['rate(five minutes)', 'five | "five" is no whole number above 0'],
  ['rate(5)', '5 | write a number and a unit, as in rate(5 minutes)'],
  ['rate()', ' | write a number and a unit, as in rate(5 minutes)'],
  ['rate(5 Minutes)', 'Minutes | "Minutes" is no unit; write minutes'],
  ['rate(2 weeks)', 'weeks | "weeks" is no unit; units are minutes, hours or days'],
  [`rate(${OPAQUE} weeks)`, 'weeks | "weeks" is no unit; units are minutes, hours or days'],
  ['Rate(5 minutes)', 'Rate | write rate, not "Rate"'],
  ['at(2027-01-01T00:00:00)', 'at | at(…) is not taken here; write rate(…) or cron(…)'],
  ['every day', 'every day | write rate(…) or cron(…)'],
  ['rate(5 minutes', 'rate(5 minutes | close rate( with a bracket at the end'],
  ['0 12 * * *', '0 12 * * * | write cron(0 12 * * *) with the six fields of AWS'],
  ['cron (0 12 * * ? *)', 'cron (0 12 * * ? *) | leave out the blank before the bracket'],
  ['cron(0 12 * * ?)', '0 12 * * ? | cron has 5 fields here; it takes 6: minute, hour, day of month, month, day of week and year'],
  ['cron(60 12 * * ? *)', '60 | "60" is no minute; it must be 0 to 59'],
  ['cron(0 8-24 * * ? *)', '8-24 | "24" is no hour; it must be 0 to 23'],
  ['cron(0 12 0 * ? *)', '0 | "0" is no day of month; it must be 1 to 31'],
  ['cron(0 12 1 JAN,13 ? *)', '13 | "13" is no month; it must be 1 to 12 or JAN to DEC'],
  ['cron(0 12 ? * 0 *)', '0 | "0" is no day of week; it must be 1 to 7 or SUN to SAT'],
  ['cron(0 12 ? * MON#6 *)', 'MON#6 | "MON#6" is no day of week; it must be 1 to 7 or SUN to SAT'],
  ['cron(0/x 12 * * ? *)', '0/x | "0/x" is no step; write a start and a whole number above 0 around one slash'],
  ['cron(? 12 * * ? *)', '? | "?" stands for a day of month or a day of week only, not for a minute'],
  ['cron(0 12 * * * *)', '* * * | either day of month or day of week must be "?"'],
  ['cron(0 12 1 * MON *)', '1 * MON | either day of month or day of week must be "?"'],
  ['cron(0 12 ? * ? *)', '? * ? | day of month and day of week cannot both be "?"'],
  [`cron(${OPAQUE} 25 * * ? *)`, '25 | "25" is no hour; it must be 0 to 23'],
])('%s', (text, expected) => {
  expect(said(text, RULE)).toBe(expected)
})

test.each([
  ['at(2027-02-29T00:00:00)', '2027-02-29T00:00:00 | there is no 2027-02-29T00:00:00'],
  ['at(2027-01-01T24:00:00)', '2027-01-01T24:00:00 | there is no 2027-01-01T24:00:00'],
  ['at(2027-01-01T00:00:00Z)', '2027-01-01T00:00:00Z | write at(yyyy-mm-ddThh:mm:ss), without a time zone'],
])('%s', (text, expected) => {
  expect(said(text, ANY)).toBe(expected)
})

test('units and zero are of the service', () => {
  const dialect: ScheduleDialect = { kinds: ['rate'], units: ['minute', 'hour'], takesZero: true }
  expect(said('rate(0 minute)', dialect)).toBe('')
  expect(said('rate(1 day)', dialect)).toBe('day | "day" is no unit; units are minutes or hours')
})

test.each([
  ['0 8 * * 1-5', undefined],
  ['30 0 1 1,6 *', undefined],
  ['0 0 * * SUN', undefined],
  ['0 0 * * 7', undefined],
  [`${OPAQUE} 0 * * *`, undefined],
  ['0 24 * * *', '"24" is no hour; it must be 0 to 23'],
  ['0 8 ? * 1', '"?" is no day of month; it must be 1 to 31'],
  ['cron(0 8 * * ? *)', 'cron has 6 fields here; it takes 5: minute, hour, day of month, month and day of week'],
])('unix %s', (text, expected) => {
  expect(unixCronFault(text)?.says).toBe(expected)
})
