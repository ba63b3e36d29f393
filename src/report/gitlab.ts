import type { Severity } from '../core.ts'
import { printableJson, visible } from './escape.ts'
import { fingerprints, repositoryPath } from './identity.ts'
import { placeOf, type Reporter, wording } from './report.ts'

const SEVERITIES: Readonly<Record<Severity, 'major' | 'minor' | 'info'>> = { error: 'major', warning: 'minor', info: 'info' }

/** A Code Quality report of GitLab: a list of findings, with paths from the root of the repository. */
export const gitlab: Reporter = (run) =>
  printableJson(
    run.files.flatMap(({ path, report }) => {
      const file = repositoryPath(path, run)
      const fingerprint = fingerprints(file)
      return report.findings.map((finding) => {
        const { start, end } = placeOf(finding, report)
        return {
          description: visible(wording(finding)),
          check_name: finding.rule,
          fingerprint: fingerprint(finding),
          severity: SEVERITIES[finding.severity],
          location: { path: file, lines: { begin: start.line, end: end.line } },
        }
      })
    }),
  )
