import { Command } from 'commander'
import pkg from '../../package.json'
import { ownRules } from '../node/rules.ts'
import { visible } from '../report/escape.ts'
import { finish, print, tell } from './terminal.ts'

type Chunk = typeof import('../node/migrate.ts')
const chunk = (): Chunk => require('../node/migrate.ts') as Chunk

export function initCommand(): Command {
  return new Command('init')
    .description('Write an .awslint.yaml for the documents below the current folder.')
    .option('--pre-commit', 'also add the hook to .pre-commit-config.yaml')
    .option('--force', 'write the configuration anew where there is one')
    .addHelpText('after', '\nExamples:\n  awslint init\n  awslint init --pre-commit')
    .action((options: { preCommit?: boolean; force?: boolean }) => {
      const { done, told, failed } = chunk().init(process.cwd(), {
        preCommit: options.preCommit === true,
        force: options.force === true,
        version: pkg.version,
      })
      finish(failed.length ? 2 : 0)
      for (const line of [...told, ...failed]) tell(line)
      for (const path of done) print(`wrote ${visible(path)}\n`)
    })
}

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('Rewrite what templates and .cfnlintrc tell cfn-lint to ignore into the words of awslint.')
    .argument('[paths...]', 'files, folders or globs; without any, the current folder')
    .option('--write', 'write the files; without it, only say which would be written')
    .option('--force', 'write .awslint.yaml anew where there is one')
    .addHelpText('after', '\nExamples:\n  awslint migrate\n  awslint migrate --write')
    .action((paths: string[], options: { write?: boolean; force?: boolean }) => {
      const isWriting = options.write === true
      const { done, told, failed } = chunk().migrate(paths, process.cwd(), ownRules().manifest, {
        write: isWriting,
        force: options.force === true,
      })
      finish(failed.length ? 2 : 0)
      for (const line of [...told, ...failed]) tell(line)
      for (const path of done) print(`${isWriting ? 'wrote' : 'would write'} ${visible(path)}\n`)
      if (done.length === 0 && failed.length === 0) print('nothing to rewrite\n')
    })
}
