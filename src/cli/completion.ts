import { Argument, type Command, Command as NewCommand } from 'commander'
import { print } from './terminal.ts'

const SHELLS = ['bash', 'zsh', 'fish']

/** @param program the whole command line, whose commands and options are completed */
export function completionCommand(program: Command): Command {
  return new NewCommand('completion')
    .description('Print what makes a shell complete commands and options.')
    .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
    .addHelpText(
      'after',
      '\nExamples:\n  eval "$(awslint completion bash)"\n  awslint completion zsh > ~/.zfunc/_awslint\n  awslint completion fish > ~/.config/fish/completions/awslint.fish',
    )
    .action((shell: string) => print(shell === 'fish' ? fish(program) : shell === 'zsh' ? zsh(program) : bash(program)))
}

const flagsOf = (command: Command): string[] =>
  command.options.flatMap(({ long, short }) => [long, short]).filter((flag) => typeof flag === 'string')

/** The words that an option takes, by its flags. */
const choicesOf = (command: Command): [string, readonly string[]][] =>
  command.options.flatMap(({ long, short, argChoices }) =>
    argChoices ? [[[long, short].filter(Boolean).join('|'), argChoices] as [string, string[]]] : [],
  )

function bash(program: Command): string {
  const { commands } = program
  const cases = commands.map(
    (command) => `    ${command.name()})
      case "$prev" in
${choicesOf(command)
  .map(([flags, words]) => `        ${flags}) COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$cur")); return ;;\n`)
  .join('')}      esac
      words='${[...flagsOf(command), '--help', ...(command.name() === 'completion' ? SHELLS : [])].join(' ')}' ;;`,
  )
  return `_awslint() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" words=''
  COMPREPLY=()
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words='${[...commands.map((command) => command.name()), 'help', '--help', '--version'].join(' ')}'; fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  [ \${#COMPREPLY[@]} -gt 0 ] || compopt -o default 2>/dev/null
}
complete -F _awslint awslint
`
}

const quoted = (text: string): string => `'${text.replace(/'/g, "'\\''")}'`

function zsh(program: Command): string {
  const spec = (command: Command): string[] =>
    command.options.flatMap(({ long, short, description, argChoices, required }) =>
      [long, short]
        .filter((flag) => typeof flag === 'string')
        .map((flag) => {
          const words = description.replace(/[[\]:]/g, ' ')
          return quoted(`*${flag}[${words}]${required ? `:value:${argChoices ? `(${argChoices.join(' ')})` : '_files'}` : ''}`)
        }),
    )
  return `#compdef awslint
_awslint() {
  if (( CURRENT == 2 )); then
    local -a commands=(${program.commands.map((command) => quoted(`${command.name()}:${command.description().replace(/:/g, ' ')}`)).join(' ')})
    _describe command commands
    return
  fi
  case "$words[2]" in
${program.commands.map((command) => `    ${command.name()}) _arguments ${[...spec(command), command.name() === 'completion' ? `'2:shell:(${SHELLS.join(' ')})'` : "'*:file:_files'"].join(' ')} ;;`).join('\n')}
  esac
}
if [ "$funcstack[1]" = _awslint ]; then _awslint "$@"; else compdef _awslint awslint; fi
`
}

function fish(program: Command): string {
  const lines = program.commands.flatMap((command) => [
    `complete -c awslint -n __fish_use_subcommand -f -a ${command.name()} -d ${quoted(command.description())}`,
    ...command.options.map(
      ({ long, short, description, argChoices, required }) =>
        `complete -c awslint -n '__fish_seen_subcommand_from ${command.name()}'${long ? ` -l ${long.slice(2)}` : ''}${short ? ` -s ${short.slice(1)}` : ''}${argChoices ? ` -x -a '${argChoices.join(' ')}'` : required ? ' -r' : ''} -d ${quoted(description)}`,
    ),
  ])
  return `${lines.join('\n')}\ncomplete -c awslint -n '__fish_seen_subcommand_from completion' -f -a '${SHELLS.join(' ')}'\n`
}
