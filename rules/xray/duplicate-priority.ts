import { both, canHold, defineRule, number } from '#rule'

const PATH = 'SamplingRule.Priority'

export default defineRule({
  id: 'xray/duplicate-priority',
  title: 'Two sampling rules should not share a priority',
  severity: 'warning',
  on: ['AWS::XRay::SamplingRule'],
  why: 'Which of the two rules applies to a request that both match is not defined.',
  fix: 'Give each rule a priority of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html',
      fact: 'Rules are tried in the order of their priorities.',
    },
  ],
  notes: ['000:752', '003:396'],
  messages: {
    same: 'Another sampling rule has priority {value} too; give each its own.',
  },
  check(rule, { report }) {
    const before = rule.template.resourcesOf('AWS::XRay::SamplingRule')
    for (const priority of rule.known(PATH, number)) {
      for (const other of before.slice(0, before.indexOf(rule)).flatMap((one) => one.known(PATH, number))) {
        const when = both(priority.when, other.when)
        if (other.value === priority.value && canHold(when))
          report({ node: priority.node, when, related: [{ node: other.node, message: 'the other' }] }, 'same', { value: priority.value })
      }
    }
  },
})
