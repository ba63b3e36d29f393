import { defineRule, type ShellCall } from '#rule'
import { SHELLS } from './_sources.ts'

/** Programs whose failure matters. */
const MATTERS =
  /^(ant|aws|bundle|cargo|cdk|composer|docker|docker-compose|dotnet|eslint|go|gradle|gradlew|helm|jest|kubectl|make|mocha|mvn|mvnw|node|npm|npx|phpunit|pip|pip3|pnpm|poetry|pytest|python|python3|rake|rspec|sam|serverless|sls|terraform|tox|tsc|uv|yarn)$/

export default defineRule({
  id: 'buildspec/unchecked-script',
  title: 'Failure within a command of several lines is not noticed',
  severity: 'info',
  on: ['buildspec'],
  why: 'Only the last line decides whether the command succeeded: a build whose tests failed can be green.',
  fix: 'Begin the block with "set -e" (and "set -o pipefail" for pipes), or write one command for each line.',
  sources: [
    { url: SHELLS, fact: 'The exit code of a command decides whether it succeeded.' },
    {
      url: 'https://www.gnu.org/software/bash/manual/html_node/The-Set-Builtin.html',
      fact: 'Without -e a script goes on after a command that failed; without pipefail only the last program of a pipe counts.',
    },
  ],
  notes: ['002:1187', '002:1189'],
  messages: {
    line: 'A failure of "{program}" is not noticed, because more lines follow; begin the block with "set -e".',
    pipe: 'A failure of "{program}" is not noticed, because only the end of the pipe counts; use "set -o pipefail".',
  },
  check(buildspec, { report }) {
    const { commands } = buildspec
    const text = commands.map((command) => command.text).join('\n')
    if (/\$\?|\bset -\w*e|errexit|ErrorActionPreference|\$env:|\btrap\b/.test(text)) return
    for (const { calls } of commands) {
      const top = calls.filter(({ shell }) => !shell.isNested)
      const swallowed = top.find((call, i) => i < top.length - 1 && /^[\n;]$/.test(call.shell.separator) && matters(call))
      if (swallowed) report(swallowed.place(), 'line', { program: swallowed.program })
      const piped = top.find((call, i) => call.shell.separator === '|' && top[i + 1]?.program === 'tee' && matters(call))
      if (piped && piped !== swallowed && !text.includes('pipefail')) report(piped.place(), 'pipe', { program: piped.program })
    }
  },
})

const matters = (call: ShellCall): boolean => MATTERS.test(call.program)
