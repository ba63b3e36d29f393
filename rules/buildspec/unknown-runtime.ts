import { closest, defineRule, isGenerated, table } from '#rule'
import { RUNTIMES, runtimesOf, SPECIAL_RUNTIMES } from './_runtimes.ts'
import { IMAGES, REFERENCE } from './_sources.ts'

const KNOWN: readonly string[] = [...RUNTIMES, ...SPECIAL_RUNTIMES]
const OTHER_NAMES: Readonly<Record<string, string>> = table({
  node: 'nodejs',
  'node.js': 'nodejs',
  go: 'golang',
  openjdk: 'java',
  jdk: 'java',
  corretto: 'java',
  '.net': 'dotnet',
  dotnetcore: 'dotnet',
  'dotnet-core': 'dotnet',
  python3: 'python',
})

export default defineRule({
  id: 'buildspec/unknown-runtime',
  title: 'Runtime name does not exist',
  severity: 'error',
  on: ['buildspec'],
  why: 'CodeBuild stops with "Unknown runtime named …" before the first command.',
  fix: 'Use the name of a runtime of the build image, and install anything else with a command.',
  sources: [
    { url: REFERENCE, fact: 'The runtimes have fixed names: nodejs, golang, java and so on.' },
    { url: IMAGES, fact: 'The runtimes.yml of each image lists the runtimes that it has.' },
  ],
  notes: ['002:1189'],
  messages: {
    misspelt: 'There is no runtime "{name}"; did you mean "{near}"?',
    unknown: 'There is no runtime "{name}"; the runtimes are {runtimes}.',
  },
  check(buildspec, { report }) {
    for (const { key } of runtimesOf(buildspec)) {
      const name = key.text
      if (KNOWN.includes(name) || isGenerated(name)) continue
      const near = OTHER_NAMES[name.toLowerCase()] ?? closest(name, RUNTIMES)
      if (near) report(key, 'misspelt', { name, near })
      else report(key, 'unknown', { name, runtimes: RUNTIMES.join(', ') })
    }
  },
})
