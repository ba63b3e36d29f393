import { defineRule, patternFaults, patternsIn } from '#rule'

export default defineRule({
  id: 'sns/malformed-filter-policy',
  title: 'Filter policy values are non-empty lists',
  severity: 'error',
  on: ['AWS::SNS::Subscription', 'AWS::Serverless::Function'],
  why: 'SNS refuses the filter policy and the stack fails.',
  fix: 'Give every key a list of values or of operators such as prefix, anything-but, numeric, exists.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html',
      fact: 'A filter policy is a JSON object whose keys have lists of values or operators; all keys must match, of each list one value.',
    },
  ],
  notes: ['000:228', '004:478', '004:480'],
  messages: {
    malformed: '"{name}" {problem}.',
    json: '{property} holds no well-formed JSON: {detail}.',
    text: '{property} is no JSON object; write one, as in key: [value].',
  },
  check(resource, { report }) {
    for (const { matcher, property, objects, malformed } of patternsIn(resource)) {
      if (matcher !== 'SNS') continue
      for (const { host, when, problem } of malformed) {
        if (problem) report({ node: host, span: problem.span, when }, 'json', { property, detail: problem.detail.replace(/\.$/, '') })
        else report({ node: host, when }, 'text', { property })
      }
      for (const pattern of objects)
        for (const { node, when, name, says } of patternFaults(pattern, matcher))
          report({ node, when }, 'malformed', { name, problem: says })
    }
  },
})
