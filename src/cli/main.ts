import { Command, CommanderError } from 'commander'
import pkg from '../../package.json'
import { checkCommand } from './check.ts'
import { explainCommand } from './explain.ts'
import { rulesCommand } from './rules.ts'
import { finish, UserError } from './terminal.ts'

/** Runs the command line and sets the exit code: 0 fine, 1 findings, 2 wrong usage, unreadable input, or our own failure. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('awslint')
    .description('Lints CloudFormation, SAM, CodeDeploy AppSpec and CodeBuild buildspec files.')
    .version(pkg.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError('Run "awslint --help" for the commands and options.')
    .exitOverride()
  for (const command of [checkCommand(), rulesCommand(), explainCommand()]) {
    program.addCommand(command.exitOverride().showHelpAfterError(`Run "awslint ${command.name()} --help" for its options.`))
  }
  try {
    await program.parseAsync([...argv])
  } catch (error) {
    if (error instanceof CommanderError) finish(error.exitCode === 0 ? 0 : 2)
    else if (error instanceof UserError) {
      process.stderr.write(`awslint: ${error.message}\n`)
      finish(2)
    } else {
      process.stderr.write(
        `awslint: this is a fault of awslint, not of your files: ${error instanceof Error ? error.message : String(error)}\n`,
      )
      finish(2)
    }
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader went away (`awslint … | head`): nobody is left to tell.
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  throw error
})

void main(process.argv)
