const isAbsolute = (path: string | undefined): path is string => /^(\/|[A-Za-z]:)/.test(path ?? '')

/** Where the user keeps what may be deleted at any time; undefined where there is no such place. */
export function cacheFolder({ XDG_CACHE_HOME, HOME, USERPROFILE } = process.env): string | undefined {
  if (isAbsolute(XDG_CACHE_HOME)) return `${XDG_CACHE_HOME}/awslint`
  const home = HOME || USERPROFILE
  return isAbsolute(home) ? `${home}/.cache/awslint` : undefined
}
