import { defineRule, string } from '#rule'

export default defineRule({
  id: 'events/malformed-input-path',
  title: 'Input paths are JSON paths',
  severity: 'error',
  on: ['AWS::Events::Rule'],
  why: 'EventBridge refuses the target.',
  fix: 'Begin the path with $.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html',
      fact: 'The variables of a transformer are JSON paths that begin with $; there can be 100.',
    },
  ],
  notes: ['002:1909'],
  messages: {
    path: '"{value}" is no path into an event; begin it with $, as in $.detail.',
    many: 'InputPathsMap has {count} variables; it may have 100.',
  },
  check(rule, { report }) {
    for (const path of ['Targets.*.InputPath', 'Targets.*.InputTransformer.InputPathsMap.*']) {
      for (const fact of rule.known(path, string)) if (!/^\$/.test(fact.value)) report(fact, 'path', { value: fact.value })
    }
    for (const target of rule.items('Targets')) {
      for (const map of target.items('InputTransformer.InputPathsMap'))
        if (map.entries.length > 100) report(map, 'many', { count: map.entries.length })
    }
  },
})
