import { visible, visibleAtStart } from './escape.ts'
import { placeOf, type Reporter, wording } from './report.ts'

/** A line for each finding, as compilers print them and editors read them: `path:line:column: severity: message [rule]`. */
export const compact: Reporter = (run) =>
  run.files
    .flatMap(({ path, report }) =>
      report.findings.map((finding) => {
        const { line, column } = placeOf(finding, report).start
        return `${visibleAtStart(path)}:${line}:${column}: ${finding.severity}: ${visible(wording(finding))} [${finding.rule}]\n`
      }),
    )
    .join('')
