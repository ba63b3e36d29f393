import { type AppSpec, childOf, pathIn, type Scalar } from '#rule'

/** The scripts of a Linux AppSpec that lie in the revision, with their texts; each once. */
export function scriptsOf(appspec: AppSpec): { location: Scalar; path: string; text: string }[] {
  const { revision } = appspec
  if (!revision || appspec.os !== 'linux') return []
  const seen = new Set<string>()
  return appspec.scripts.flatMap(({ node }) => {
    const location = childOf(node, 'location')
    const path = pathIn(location)
    if (location?.kind !== 'scalar' || !path || seen.has(path)) return []
    seen.add(path)
    const text = revision.read(path)
    return text ? [{ location, path, text }] : []
  })
}
