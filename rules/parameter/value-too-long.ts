import { bytesOf, defineRule, LIMITS } from '#rule'

export default defineRule({
  id: 'parameter/value-too-long',
  title: 'The value of a parameter has at most 4,096 bytes',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects a longer value; a default or an allowed value of that length can never be used.',
  fix: 'Shorten the value, split it over parameters that are joined again, or read it from SSM or S3.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
      fact: 'A parameter value has at most 4,096 bytes; more needs several parameters and Fn::Join.',
    },
  ],
  cfnLint: ['E2001', 'E2015'],
  messages: { tooLong: 'A value of parameter "{name}" has {bytes} bytes; at most 4096 are possible.' },
  check(template, { report }) {
    for (const { name, default: value, allowedValues } of template.parameters.values()) {
      for (const one of [...(value ? [value] : []), ...(allowedValues ?? [])]) {
        const bytes = bytesOf(one.text)
        if (bytes > LIMITS.parameterValue) report(one, 'tooLong', { name, bytes })
      }
    }
  },
})
