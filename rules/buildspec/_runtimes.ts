import type { Buildspec, Entry } from '#rule'

/** On every image that AWS maintains. */
export const RUNTIMES = ['dotnet', 'golang', 'java', 'nodejs', 'php', 'python', 'ruby', 'rust'] as const
/** On some images only, as IMAGE_RUNTIMES says. */
export const SPECIAL_RUNTIMES = ['docker', 'android'] as const

/** The runtimes that the install phase selects. */
export function runtimesOf(buildspec: Buildspec): Entry[] {
  const install = buildspec.phaseMaps.find(({ key }) => key.text === 'install')?.phase
  return (install?.items('runtime-versions') ?? []).flatMap((runtimes) => [...runtimes.entries])
}
