import { defineRule, patternFaults, patternsIn } from '#rule'

export default defineRule({
  id: 'events/malformed-pattern',
  title: 'Event pattern leaves are lists',
  severity: 'error',
  on: [
    'AWS::Events::Archive',
    'AWS::Events::Rule',
    'AWS::Lambda::EventSourceMapping',
    'AWS::Pipes::Pipe',
    'AWS::Serverless::Function',
    'AWS::Serverless::StateMachine',
  ],
  why: 'The service refuses the pattern and the stack fails.',
  fix: 'Give every field a list of values or of operators such as prefix, suffix, anything-but, numeric, exists.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html',
      fact: 'Every field of a pattern has a list of values or operators; the page lists the operators with their shapes.',
    },
    {
      url: 'https://github.com/aws/event-ruler',
      fact: 'The published compiler of patterns refuses scalars, empty lists and objects, unknown operators and operators of another shape.',
    },
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html',
      fact: 'Filters of event source mappings are patterns of the same kind, as JSON text.',
    },
  ],
  notes: ['000:388', '001:440', '001:441', '001:1009', '001:1124', '002:1898', '002:1906', '002:1907', '002:1908', '004:468', '004:470'],
  messages: {
    malformed: '"{name}" {problem}.',
    json: '{property} holds no well-formed JSON: {detail}.',
    text: '{property} is no JSON object; write one, as in key: [value].',
    empty: '{property} is empty; name at least one field.',
  },
  check(resource, { report }) {
    for (const { matcher, property, objects, malformed } of patternsIn(resource)) {
      if (matcher === 'SNS') continue
      for (const { host, when, problem } of malformed) {
        if (problem) report({ node: host, span: problem.span, when }, 'json', { property, detail: problem.detail.replace(/\.$/, '') })
        else report({ node: host, when }, 'text', { property })
      }
      for (const pattern of objects) {
        if (pattern.entries.length === 0 && !pattern.isOpen) report({ node: pattern.node, when: pattern.when }, 'empty', { property })
        for (const { node, when, name, says } of patternFaults(pattern, matcher))
          report({ node, when }, 'malformed', { name, problem: says })
      }
    }
  },
})
