import type { FileSettings } from '../node/settings.ts'
import { printableJson } from '../report/escape.ts'

/** What holds for a file, in the words of a configuration, and where it comes from. */
export function effectiveConfig(path: string, { files, isIgnored, failOn, options }: FileSettings): string {
  const { rules, kind, level, inputs, severityOf } = options
  return printableJson({
    file: path,
    from: files,
    ignored: isIgnored,
    ...(kind ? { kind } : {}),
    level,
    'fail-on': failOn,
    ...(inputs?.regions ? { regions: inputs.regions } : {}),
    ...(inputs?.parameters ? { parameters: inputs.parameters } : {}),
    rules: Object.fromEntries(rules.manifest.map(({ id, severity }) => [id, severityOf?.(id) ?? severity])),
  })
}
