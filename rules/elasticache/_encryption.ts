import { boolean, type Check, type Properties, string } from '#rule'

/** A switch that encrypts a group of Redis, which is off unless it is set. @param needing what needs it, as another rule tells */
export const encrypted = (name: string, needing = ''): Check => ({
  paths: [name],
  messages: {
    missing: `${name} is not set, so the cache is not encrypted; set it to true.`,
    on: `${name} is false; set it to true.`,
  },
  run({ target, report }) {
    if (needing && target.present(needing).length > 0) return
    if (isCopy(target) || !isRedis(target)) return
    for (const fact of target.known(name, boolean)) if (!fact.value) report(fact, 'on')
    for (const absent of target.absent(name)) report(absent, 'missing')
  },
})

/** What it is made of decides. */
const isCopy = (target: Properties): boolean =>
  ['GlobalReplicationGroupId', 'SnapshotArns', 'SnapshotName'].some((name) => target.facts(name).some(({ state }) => state !== 'absent'))

/** Of Valkey other defaults hold, and other rules tell. */
const isRedis = (target: Properties): boolean =>
  target.possible('Engine', string).every((fact) => fact.state === 'absent' || (fact.state === 'known' && fact.value === 'redis'))
