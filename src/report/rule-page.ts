import type { Rule } from '../core.ts'
import { table } from '../table.ts'
import type { RunReport } from './report.ts'

/** Where a rule of awslint is documented: the section of its group's page. */
const rulePageUrl = (id: string): string => {
  const [group, defect] = id.split('/') as [string, string]
  return `https://github.com/awslint/awslint/blob/main/rules/${group}/README.md#${defect}`
}

/** Where a rule of a run is documented; undefined for a rule of somebody else that names no page. */
export const pageOf = (id: string, { pages }: Pick<RunReport, 'pages'>): string | undefined =>
  pages?.has(id) ? pages.get(id) : rulePageUrl(id)

/** What is looked at, in words, where it is no resource type. */
const TARGETS: Readonly<Record<string, string>> = table({
  '*': 'every resource',
  template: 'templates',
  appspec: 'AppSpec files',
  buildspec: 'buildspecs',
  policy: 'policies',
  source: 'every document',
  suppressions: 'suppressions',
})

/** What a rule looks at, each in words or as the name of a resource type. */
export const targetsOf = (rule: Pick<Rule, 'on'>): string[] => rule.on.map((on) => TARGETS[on] ?? on)

/** What a rule looks at, in words. */
export const appliesTo = (rule: Pick<Rule, 'on'>): string => targetsOf(rule).join(', ')

/** One rule as Markdown that also reads well on a terminal. */
export function rulePage(rule: Rule): string {
  return [
    `# ${rule.id}`,
    `${rule.title}. (${rule.severity}; ${appliesTo(rule)})`,
    `Why: ${rule.why}`,
    `Fix: ${rule.fix}`,
    ['Sources:', ...rule.sources.map(({ url, fact }) => `- ${fact}\n  ${url}`)].join('\n'),
    ...(rule.cfnLint?.length ? [`cfn-lint: ${rule.cfnLint.join(', ')}`] : []),
    `Documentation: ${rulePageUrl(rule.id)}`,
  ].join('\n\n')
}
