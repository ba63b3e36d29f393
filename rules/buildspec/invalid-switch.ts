import { defineRule, isPlaceholder, type Known } from '#rule'
import { BATCH_REFERENCE, REFERENCE } from './_sources.ts'

const SWITCHES = [
  'env.git-credential-helper',
  'proxy.upload-artifacts',
  'proxy.logs',
  'reports.*.discard-paths',
  'artifacts.discard-paths',
  'artifacts.enable-symlinks',
  'artifacts.secondary-artifacts.*.discard-paths',
  'artifacts.secondary-artifacts.*.enable-symlinks',
  'batch.fast-fail',
  'batch.build-list.*.debug-session',
  'batch.build-list.*.ignore-failure',
  'batch.build-graph.*.debug-session',
  'batch.build-graph.*.ignore-failure',
  'batch.build-matrix.static.ignore-failure',
  'batch.build-fanout.ignore-failure',
]

export default defineRule({
  id: 'buildspec/invalid-switch',
  title: 'Setting must be yes or no',
  severity: 'warning',
  on: ['buildspec'],
  why: 'A setting with any other value is not read as switched on, or the file is refused.',
  fix: 'Write yes or no (or true or false).',
  sources: [
    { url: REFERENCE, fact: 'discard-paths, enable-symlinks, git-credential-helper and the keys of proxy are yes or no.' },
    { url: BATCH_REFERENCE, fact: 'fast-fail, ignore-failure and debug-session are true or false.' },
  ],
  notes: ['002:1187', '002:1189'],
  messages: {
    value: 'The setting {name} is "{value}"; it must be yes or no.',
    notText: 'The setting {name} must be yes or no, not a {kind}.',
  },
  check(buildspec, { report }) {
    for (const path of SWITCHES) {
      const name = path.split('.').pop() ?? ''
      for (const fact of buildspec.facts(path).filter((one): one is Known => one.state === 'known')) {
        const { value } = fact
        if (value.kind !== 'scalar') report(fact, 'notText', { name, kind: value.kind === 'mapping' ? 'map' : 'list' })
        else if (value.value !== null && !/^(yes|no|true|false|on|off|y|n)$/i.test(value.text) && !isPlaceholder(value.text))
          report(fact, 'value', { name, value: value.text })
      }
    }
  },
})
