import type { Rule } from '../core.ts'

/** Where a rule is documented: the section of its group's page. */
export const rulePageUrl = (id: string): string => {
  const [group, defect] = id.split('/') as [string, string]
  return `https://github.com/awslint/awslint/blob/main/rules/${group}/README.md#${defect}`
}

/** What a rule looks at, in words. */
export const appliesTo = (rule: Pick<Rule, 'on'>): string =>
  rule.on
    .map((on) => (on === '*' ? 'every resource' : on === 'source' ? 'every document' : on === 'template' ? 'templates' : on))
    .join(', ')

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
