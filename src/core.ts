/** Everything pure, as one built file: the edges (`src/cli`, `src/node`) and the rule chunks share it. */
export { atLeast, compareFindings, type Finding, type Related, SEVERITIES } from './finding.ts'
export { KINDS, type Kind, kindOf, nameKind } from './kind.ts'
export { type DocumentReport, type Failure, type LintOptions, lint, type ManifestEntry, type RuleSource } from './lint.ts'
export * from './rule.ts'
export { Lines, type Position } from './source/lines.ts'
export { MAX_LENGTH, parseSource } from './source/source.ts'
export type { Inputs } from './template/template.ts'
export { observePaths } from './values.ts'
