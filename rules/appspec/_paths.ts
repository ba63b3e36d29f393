/** A path of the instance in one spelling, for comparing. */
export const plainPath = (path: string): string =>
  path
    .trim()
    .replace(/[\\/]+/g, '/')
    .replace(/(?!^)\/$/, '')

/** Whether a source is one file as far as its name tells. `example.com` and `conf.d` are folders as often as not. */
export const isFileName = (path: string): boolean => FILE.test(path)

const FILE =
  /[^\\/]\.(html?|php|py|rb|sh|conf|cfg|cnf|ini|env|properties|json|ya?ml|xml|toml|txt|md|sql|service|timer|pem|crt|key|jar|war|ear|zip|tar|t?gz|exe|dll|ps1|bat|cmd)$/i

export const baseName = (path: string): string => path.trim().replace(/^.*[\\/]/, '')
