import { existsSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import pkg from '../../package.json'
import { UserError } from '../node/user-error.ts'
import { visibleAtStart } from '../report/escape.ts'
import { checkCommand } from './check.ts'
import { completionCommand } from './completion.ts'
import { explainCommand } from './explain.ts'
import { initCommand, migrateCommand } from './init.ts'
import { rulesCommand } from './rules.ts'
import { complain, finish, print, tell } from './terminal.ts'

/** Runs the command line and sets the exit code: 0 fine, 1 findings, 2 wrong usage, unreadable input, or our own failure. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('awslint')
    .description('Lints CloudFormation, SAM, CodeDeploy AppSpec and CodeBuild buildspec files.')
    .version(pkg.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('Run "awslint --help" for the commands and options.')
    .configureOutput({
      writeOut: print,
      writeErr: complain,
      outputError: (message, write) => write(message.split('\n').map(visibleAtStart).join('\n')),
    })
    .addHelpText(
      'after',
      `
Examples:
  awslint check template.yaml
  awslint check                                   every document below this folder
  awslint rules --format json
  awslint explain template/unknown-section

Exit codes: 0 no findings to fail on, 1 findings, 2 wrong usage, unreadable input or a fault of awslint.`,
    )
    .exitOverride()
  for (const command of [checkCommand(), rulesCommand(), explainCommand(), initCommand(), migrateCommand(), completionCommand(program)]) {
    program.addCommand(command.copyInheritedSettings(program).showHelpAfterError(`Run "awslint ${command.name()} --help" for its options.`))
  }
  try {
    await program.parseAsync([...argv])
  } catch (error) {
    if (error instanceof CommanderError) {
      const [, , first] = argv
      if (error.code === 'commander.unknownCommand' && first !== undefined && existsSync(first))
        tell(`did you mean "awslint check ${first}"?`)
      finish(error.exitCode === 0 ? 0 : 2)
    } else {
      const lines =
        error instanceof UserError
          ? error.lines
          : [`this is a fault of awslint, not of your files: ${error instanceof Error ? error.message : String(error)}`]
      for (const line of lines) tell(line)
      finish(2)
    }
  }
}

void main(process.argv)
