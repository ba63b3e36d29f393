import { defineRule, isPlaceholder, string, table } from '#rule'
import { REFERENCE } from './_sources.ts'

const SHELLS = ['bash', '/bin/sh', 'powershell.exe', 'cmd.exe']
const MEANT: Readonly<Record<string, string>> = table({
  sh: '/bin/sh',
  '/bin/bash': 'bash',
  '/usr/bin/bash': 'bash',
  powershell: 'powershell.exe',
  pwsh: 'powershell.exe',
  cmd: 'cmd.exe',
})

export default defineRule({
  id: 'buildspec/unknown-shell',
  title: 'Shell must be bash, /bin/sh, powershell.exe or cmd.exe',
  severity: 'warning',
  on: ['buildspec'],
  why: 'CodeBuild runs the commands in one of these shells only; with another name the build runs in a shell that was not meant, or not at all.',
  fix: 'Write one of the four, exactly so.',
  sources: [{ url: REFERENCE, fact: 'Linux has bash and /bin/sh, Windows powershell.exe and cmd.exe.' }],
  notes: ['002:1189', '002:2019', '002:2352'],
  messages: {
    meant: '"{value}" is no shell of CodeBuild; write "{meant}".',
    unknown: '"{value}" is no shell of CodeBuild; write bash, /bin/sh, powershell.exe or cmd.exe.',
  },
  check(buildspec, { report }) {
    for (const fact of buildspec.known('env.shell', string)) {
      const { value } = fact
      const meant = MEANT[value.toLowerCase()] ?? SHELLS.find((shell) => shell === value.toLowerCase())
      if (SHELLS.includes(value) || isPlaceholder(value)) continue
      if (meant) report(fact, 'meant', { value, meant })
      else report(fact, 'unknown', { value })
    }
  },
})
