import { Command, Option } from 'commander'
import type { Rule } from '../core.ts'
import { allRules, ownRules } from '../node/rules.ts'
import { printableJson } from '../report/escape.ts'
import { print, wantsColor } from './terminal.ts'

export function rulesCommand(): Command {
  return new Command('rules')
    .description('List every rule.')
    .addOption(new Option('-f, --format <format>', 'how to list').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExamples:\n  awslint rules\n  awslint rules --format json > rules.json')
    .action(({ format }: { format: string }) => {
      const rules = allRules(ownRules())
      print(format === 'json' ? asJson(rules) : asText(rules))
    })
}

function asJson(rules: readonly Rule[]): string {
  const list = rules.map(({ id, title, severity, on, fixes, why, fix, sources, notes, cfnLint }) => ({
    id,
    title,
    severity,
    on,
    fixes: fixes ?? null,
    why,
    fix,
    sources,
    notes: notes ?? [],
    cfnLint: cfnLint ?? [],
  }))
  return printableJson(list)
}

function asText(rules: readonly Rule[]): string {
  const color = wantsColor(undefined)
  const bold = (words: string): string => (color ? `\u001b[1m${words}\u001b[0m` : words)
  const width = Math.max(...rules.map((rule) => rule.id.length))
  const lines: string[] = []
  let group = ''
  for (const rule of rules) {
    const [own] = rule.id.split('/') as [string]
    if (own !== group) lines.push(...(group ? [''] : []), bold(own))
    group = own
    lines.push(`  ${rule.id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.title}`)
  }
  lines.push('', `${rules.length} rules; "awslint explain <id>" tells more about one.`)
  return `${lines.join('\n')}\n`
}
