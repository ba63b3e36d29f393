import { Command } from 'commander'
import { closest, listOf } from '../core.ts'
import { allRules, ownRules } from '../node/rules.ts'
import { UserError } from '../node/user-error.ts'
import { rulePage } from '../report/rule-page.ts'
import { print } from './terminal.ts'

export function explainCommand(): Command {
  return new Command('explain')
    .description('Print what a rule finds, why it matters and what to do.')
    .argument('<id>', 'the id of the rule, as lambda/environment-too-large')
    .addHelpText('after', '\nExample:\n  awslint explain template/unknown-section')
    .action((id: string) => {
      const rules = allRules(ownRules())
      const rule = rules.find((one) => one.id === id)
      if (!rule) {
        const ids = rules.map((one) => one.id)
        const group = id.replace(/\/\*?$/, '')
        if (ids.some((one) => one.startsWith(`${group}/`)))
          throw new UserError(`"${group}" is a group; "awslint rules ${group}" lists its rules`)
        const sameDefect = ids.filter((one) => one.endsWith(`/${id}`))
        const near = sameDefect.length ? sameDefect : [closest(id, ids)].filter((one) => one !== undefined)
        const hint = near.length ? `did you mean ${listOf(near.map((one) => `"${one}"`))}?` : '"awslint rules" lists them all'
        throw new UserError(`there is no rule "${id}"; ${hint}`)
      }
      print(`${rulePage(rule)}\n`)
    })
}
