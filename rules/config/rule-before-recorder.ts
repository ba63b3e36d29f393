import { both, canHold, defineRule, waitsFor } from '#rule'

export default defineRule({
  id: 'config/rule-before-recorder',
  title: 'A Config rule must wait for the configuration recorder',
  severity: 'warning',
  on: ['AWS::Config::ConfigRule'],
  why: 'CloudFormation may make the rule first, which fails with NoAvailableConfigurationRecorderException.',
  fix: 'Add the recorder to DependsOn of the rule.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigRule.html',
      fact: 'NoAvailableConfigurationRecorderException: there is no configuration recorder yet.',
    },
  ],
  notes: ['002:1820', '002:1822', '002:1824', '002:1825'],
  messages: {
    early: 'The rule may be made before the recorder {recorder}, which fails; add DependsOn: {recorder}.',
  },
  check(rule, { report }) {
    const { template } = rule
    if (template.isRewritten || rule.isBodyOpen) return
    const before = waitsFor(template, rule.id)
    for (const recorder of template.resourcesOf('AWS::Config::ConfigurationRecorder')) {
      const when = both(rule.when, recorder.when)
      if (!before.has(recorder.id) && canHold(when)) report({ node: rule.key, when }, 'early', { recorder: recorder.id })
    }
  },
})
