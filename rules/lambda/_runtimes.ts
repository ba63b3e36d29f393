import { type Resource, string, table } from '#rule'

/** The day on which the table below was compared with AWS. Answers are as of this day, so that they never change by themselves. */
export const AS_OF = '2026-11-20'

interface Life {
  /** The day of deprecation: no more security updates. */
  readonly deprecated: string
  /** The day from which Lambda creates no more functions with it; not given while AWS still moves it. */
  readonly blocked?: string
  readonly successor: string
}

/**
 * Source: the tables of supported and deprecated runtimes in the Lambda developer guide,
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html. AWS has put off the block of everything that was
 * deprecated since 2024 more than once; a date that moves is no ground for an error.
 */
export const RUNTIMES: Readonly<Record<string, Life>> = table({
  nodejs: { deprecated: '2016-08-30', blocked: '2016-09-30', successor: 'nodejs24.x' },
  'nodejs4.3': { deprecated: '2020-03-05', blocked: '2020-02-03', successor: 'nodejs24.x' },
  'nodejs4.3-edge': { deprecated: '2020-03-05', blocked: '2019-03-31', successor: 'nodejs24.x' },
  'nodejs6.10': { deprecated: '2019-08-12', blocked: '2019-07-12', successor: 'nodejs24.x' },
  'nodejs8.10': { deprecated: '2020-03-06', blocked: '2020-02-04', successor: 'nodejs24.x' },
  'nodejs10.x': { deprecated: '2021-07-30', blocked: '2021-07-30', successor: 'nodejs24.x' },
  'nodejs12.x': { deprecated: '2023-03-31', blocked: '2023-03-31', successor: 'nodejs24.x' },
  'nodejs14.x': { deprecated: '2023-12-04', blocked: '2024-01-09', successor: 'nodejs24.x' },
  'nodejs16.x': { deprecated: '2024-06-12', successor: 'nodejs24.x' },
  'nodejs18.x': { deprecated: '2025-09-01', successor: 'nodejs24.x' },
  'nodejs20.x': { deprecated: '2026-04-30', successor: 'nodejs24.x' },
  'nodejs22.x': { deprecated: '2027-04-30', successor: 'nodejs24.x' },
  'python2.7': { deprecated: '2021-07-15', blocked: '2021-07-15', successor: 'python3.14' },
  'python3.6': { deprecated: '2022-07-18', blocked: '2022-07-18', successor: 'python3.14' },
  'python3.7': { deprecated: '2023-12-04', blocked: '2024-01-09', successor: 'python3.14' },
  'python3.8': { deprecated: '2024-10-14', successor: 'python3.14' },
  'python3.9': { deprecated: '2025-12-15', successor: 'python3.14' },
  'python3.10': { deprecated: '2026-10-31', successor: 'python3.14' },
  'ruby2.5': { deprecated: '2021-07-30', blocked: '2021-07-30', successor: 'ruby3.4' },
  'ruby2.7': { deprecated: '2023-12-07', blocked: '2024-01-09', successor: 'ruby3.4' },
  'ruby3.2': { deprecated: '2026-03-31', successor: 'ruby3.4' },
  java8: { deprecated: '2024-01-08', blocked: '2024-02-08', successor: 'java25' },
  'go1.x': { deprecated: '2024-01-08', blocked: '2024-02-08', successor: 'provided.al2023' },
  provided: { deprecated: '2024-01-08', blocked: '2024-02-08', successor: 'provided.al2023' },
  'provided.al2': { deprecated: '2026-07-31', successor: 'provided.al2023' },
  'dotnetcore1.0': { deprecated: '2019-06-27', blocked: '2019-06-30', successor: 'dotnet10' },
  'dotnetcore2.0': { deprecated: '2019-05-30', blocked: '2019-04-30', successor: 'dotnet10' },
  'dotnetcore2.1': { deprecated: '2022-01-05', blocked: '2022-01-05', successor: 'dotnet10' },
  'dotnetcore3.1': { deprecated: '2023-04-03', blocked: '2023-04-03', successor: 'dotnet10' },
  dotnet6: { deprecated: '2024-12-20', successor: 'dotnet10' },
  dotnet8: { deprecated: '2026-11-10', successor: 'dotnet10' },
})

/** The known runtimes of a function that reached a day of their life by the day that is asked for. */
export function* past(fn: Resource, day: 'deprecated' | 'blocked') {
  const asOf = fn.template.asOf ?? AS_OF
  for (const fact of fn.known('Runtime', string)) {
    const life = Object.hasOwn(RUNTIMES, fact.value) ? RUNTIMES[fact.value] : undefined
    const isBlocked = life?.blocked !== undefined && life.blocked <= asOf
    if (!life || life.deprecated > asOf || isBlocked !== (day === 'blocked')) continue
    yield { fact, life, date: (day === 'blocked' ? life.blocked : life.deprecated) as string }
  }
}
