import { defineRule, isPlaceholder, table } from '#rule'
import { runtimesOf } from './_runtimes.ts'
import { REFERENCE, RUNTIMES } from './_sources.ts'

export default defineRule({
  id: 'buildspec/malformed-runtime-version',
  title: 'Runtime version must be a version number or latest',
  severity: 'warning',
  on: ['buildspec'],
  why: 'CodeBuild looks the version up as it is written and stops with "Unknown runtime version" when the image has none of that name.',
  fix: 'Write the number, as in "22", "3.12" or "22.x", or "latest".',
  sources: [
    { url: REFERENCE, fact: 'A version is a number, a major number with .x, the word latest, or a variable.' },
    { url: RUNTIMES, fact: 'The versions of each runtime, such as nodejs 22 and python 3.12.' },
  ],
  notes: ['002:1189'],
  messages: {
    word: '"{value}" is no version of {runtime}; write its number, as in "{example}", or "latest".',
    empty: 'The runtime {runtime} has no version; write its number, as in "{example}", or "latest".',
    notText: 'The version of {runtime} must be a single value, as in "{example}".',
  },
  check(buildspec, { report }) {
    for (const { key, value } of runtimesOf(buildspec)) {
      const runtime = key.text
      const example = EXAMPLES[runtime]
      if (!example) continue
      if (value.kind !== 'scalar') report(value, 'notText', { runtime, example })
      else if (value.text === '' || value.value === null) report(value, 'empty', { runtime, example })
      else if (!/^(latest$|\d|\$)/.test(value.text) && !isPlaceholder(value.text) && !/^(corretto|openjdk|jdk|java)-?\d/i.test(value.text))
        report(value, 'word', { value: value.text, runtime, example })
    }
  },
})

const EXAMPLES: Readonly<Record<string, string>> = table({
  dotnet: '8.0',
  golang: '1.24',
  java: 'corretto21',
  nodejs: '22',
  php: '8.4',
  python: '3.13',
  ruby: '3.4',
  rust: '1.93',
})
