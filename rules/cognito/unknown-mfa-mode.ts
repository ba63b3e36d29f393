import { anything, defineRule, shorten } from '#rule'

export default defineRule({
  id: 'cognito/unknown-mfa-mode',
  title: 'MfaConfiguration is OFF, ON or OPTIONAL, quoted',
  severity: 'error',
  on: ['AWS::Cognito::UserPool'],
  why: 'CloudFormation reads ON and OFF without quotes as true and false, which Cognito rejects.',
  fix: "Write 'ON', 'OFF' or OPTIONAL, the first two in quotes.",
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html',
      fact: 'MfaConfiguration is OFF, ON or OPTIONAL.',
    },
  ],
  notes: ['002:370', '003:225'],
  messages: {
    unquoted: "Without quotes this is the boolean {value}; write '{quoted}'.",
    unknown: 'MfaConfiguration is "{text}"; it must be OFF, ON or OPTIONAL.',
  },
  check(pool, { report }) {
    for (const mode of pool.known('MfaConfiguration', anything)) {
      if (mode.value.kind !== 'scalar') continue
      const { value, text } = mode.value
      if (typeof value === 'boolean') report(mode, 'unquoted', { value: String(value), quoted: value ? 'ON' : 'OFF' })
      else if (value !== null && !['OFF', 'ON', 'OPTIONAL'].includes(text)) report(mode, 'unknown', { text: shorten(text) })
    }
  },
})
