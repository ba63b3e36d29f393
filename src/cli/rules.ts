import { Command, Option } from 'commander'
import { closest, type Rule } from '../core.ts'
import { allRules, ownRules } from '../node/rules.ts'
import { UserError } from '../node/user-error.ts'
import { printableJson } from '../report/escape.ts'
import { plural } from '../report/report.ts'
import { print, wantsColor } from './terminal.ts'

export function rulesCommand(): Command {
  return new Command('rules')
    .description('List the rules.')
    .argument('[groups...]', 'groups or ids, as lambda or lambda/environment-too-large; without any, all')
    .addOption(new Option('-f, --format <format>', 'how to list').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExamples:\n  awslint rules\n  awslint rules lambda sqs\n  awslint rules --format json > rules.json')
    .action((groups: string[], { format }: { format: string }) => {
      const rules = chosen(allRules(ownRules()), groups)
      print(format === 'json' ? asJson(rules) : asText(rules))
    })
}

/** @param groups `lambda`, `lambda/*` or ids; none for all */
function chosen(rules: readonly Rule[], groups: readonly string[]): readonly Rule[] {
  if (groups.length === 0) return rules
  const wanted = groups.flatMap((given) => {
    const name = given.replace(/\/\*?$/, '')
    const found = rules.filter(({ id }) => id === name || groupOf(id) === name)
    if (found.length > 0) return found
    const near = closest(name, name.includes('/') ? rules.map(({ id }) => id) : rules.map(({ id }) => groupOf(id)))
    throw new UserError(`there is no group and no rule "${given}"${near === undefined ? '' : `; did you mean "${near}"?`}`)
  })
  return rules.filter((rule) => wanted.includes(rule))
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

const groupOf = (id: string): string => id.slice(0, id.indexOf('/'))

function asText(rules: readonly Rule[]): string {
  const color = wantsColor(undefined)
  const bold = (words: string): string => (color ? `\u001b[1m${words}\u001b[0m` : words)
  const width = Math.max(...rules.map((rule) => rule.id.length))
  const lines: string[] = []
  let group = ''
  for (const rule of rules) {
    const own = groupOf(rule.id)
    if (own !== group) lines.push(...(group ? [''] : []), bold(own))
    group = own
    lines.push(`  ${rule.id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.title}`)
  }
  lines.push('', `${plural(rules.length, 'rule')}; "awslint explain <id>" tells more about one.`)
  return `${lines.join('\n')}\n`
}
