import { defineRule, string } from '#rule'

export default defineRule({
  id: 'config/remediation-target-not-automation',
  title: 'A remediation runs an SSM Automation document',
  severity: 'error',
  on: ['AWS::Config::RemediationConfiguration'],
  why: 'AWS Config rejects the remediation; the note takes it that a function can be its target.',
  fix: 'Name an Automation document in TargetId, one that invokes the function if need be.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/config/latest/APIReference/API_RemediationConfiguration.html',
      fact: 'The target is an SSM document, and TargetType is SSM_DOCUMENT.',
    },
  ],
  notes: ['002:1823', '002:1826'],
  messages: {
    type: 'TargetType is {type}; it must be SSM_DOCUMENT.',
    function: 'A function cannot be the target; name an Automation document.',
  },
  check(remediation, { report }) {
    for (const type of remediation.known('TargetType', string))
      if (type.value !== 'SSM_DOCUMENT') report(type, 'type', { type: type.value })
    for (const id of remediation.known('TargetId', string)) if (/^arn:[\w-]+:lambda:/.test(id.value)) report(id, 'function')
  },
})
