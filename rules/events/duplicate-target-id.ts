import { both, canHold, defineRule, type Known, string } from '#rule'

export default defineRule({
  id: 'events/duplicate-target-id',
  title: 'Target ids are unique within a rule',
  severity: 'error',
  on: ['AWS::Events::Rule'],
  why: 'EventBridge refuses the targets, or the later one replaces the earlier.',
  fix: 'Give each target an Id of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-events-rule-target.html',
      fact: 'The Id of a target is unique within the rule.',
    },
  ],
  notes: ['001:440', '001:441', '001:442', '001:1009', '001:1123', '001:1124', '001:1126', '002:1906', '002:1907'],
  messages: {
    twice: 'Id "{id}" stands for two targets; give each its own.',
  },
  check(rule, { report }) {
    const seen: Known<string>[] = []
    for (const id of rule.known('Targets.*.Id', string)) {
      for (const other of seen) {
        const when = both(id.when, other.when)
        if (other.value !== id.value || other.node === id.node || !canHold(when)) continue
        report({ node: id.node, when, related: [{ node: other.node, message: 'the other target' }] }, 'twice', { id: id.value })
        break
      }
      seen.push(id)
    }
  },
})
