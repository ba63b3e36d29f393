import type { Project } from '#rule'

/** Folders and files that a build makes: that they are not there says nothing. */
export const isBuilt = (path: string): boolean =>
  /^(target|build|dist|out|publish|node_modules|vendor|\.next|artifacts?|release)(\/|$)/i.test(path) ||
  /\.(jar|war|ear|zip|tar|t?gz|tgz|exe|dll|so|nupkg|whl|deb|rpm|class)$/i.test(path)

/** Whether a build puts the revision together, so that it may hold what no checkout does. */
export const hasBuild = (revision: Project): boolean => ['buildspec.yml', 'buildspec.yaml'].some((name) => revision.typeOf(name) === 'file')
