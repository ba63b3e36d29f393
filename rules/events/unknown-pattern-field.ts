import { closest, defineRule, patternsIn } from '#rule'

const FIELDS = ['version', 'id', 'detail-type', 'source', 'account', 'time', 'region', 'resources', 'detail', 'replay-name', '$or']

export default defineRule({
  id: 'events/unknown-pattern-field',
  title: 'Event patterns know a fixed set of top-level fields',
  severity: 'warning',
  on: ['AWS::Events::Archive', 'AWS::Events::Rule', 'AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'No event has such a field, so the rule never fires.',
  fix: 'Write the field as events have it; what is your own stands under detail.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html',
      fact: 'Events have version, id, detail-type, source, account, time, region, resources and detail.',
    },
  ],
  notes: ['000:388', '002:1898', '002:1906', '002:1907', '002:1908', '004:468', '004:470'],
  messages: {
    unknown: 'No event has a field "{key}"; {fix}.',
  },
  check(resource, { report }) {
    for (const { matcher, objects } of patternsIn(resource)) {
      for (const pattern of matcher === 'EventBridge' ? objects : []) {
        for (const { key } of pattern.entries) {
          if (FIELDS.includes(key.text) || pattern.isOpen) continue
          const near = closest(key.text, FIELDS)
          report({ node: key, when: pattern.when }, 'unknown', {
            key: key.text,
            fix: near ? `write ${near}` : 'fields of your own stand under detail',
          })
        }
      }
    }
  },
})
