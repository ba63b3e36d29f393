/** A path of the instance in one spelling, for comparing. */
export const plainPath = (path: string): string =>
  path
    .trim()
    .replace(/[\\/]+/g, '/')
    .replace(/(?!^)\/$/, '')

/** Whether a source is one file as far as its name tells: it has an extension. */
export const isFileName = (path: string): boolean => /[^\\/.]\.(?!d$)[A-Za-z][A-Za-z0-9]*$/.test(path)

export const baseName = (path: string): string => path.trim().replace(/^.*[\\/]/, '')
