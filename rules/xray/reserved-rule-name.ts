import { defineRule, string } from '#rule'

export default defineRule({
  id: 'xray/reserved-rule-name',
  title: 'The rule name Default is reserved',
  severity: 'error',
  on: ['AWS::XRay::SamplingRule'],
  why: 'X-Ray rejects the rule: the default rule exists already.',
  fix: 'Choose another name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html',
      fact: 'The default rule is there from the beginning and can only be changed.',
    },
  ],
  notes: ['000:752', '003:396'],
  messages: {
    reserved: 'RuleName is Default, which is the name of the rule that X-Ray has already; choose another one.',
  },
  check(rule, { report }) {
    for (const path of ['SamplingRule.RuleName', 'RuleName']) {
      for (const name of rule.known(path, string)) if (name.value === 'Default') report(name, 'reserved')
    }
  },
})
