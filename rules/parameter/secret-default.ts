import { defineRule, isPlaceholder } from '#rule'

export default defineRule({
  id: 'parameter/secret-default',
  title: 'A NoEcho parameter has a default that everyone can read',
  severity: 'warning',
  on: ['template'],
  why: 'NoEcho masks what is entered, not what is written: who can read the template knows the secret of every stack that keeps the default.',
  fix: 'Remove the default, or let Secrets Manager make the secret and refer to it with {{resolve:secretsmanager:…}}.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'NoEcho masks the value as asterisks in calls that describe the stack; nothing that stands in the template itself.',
    },
  ],
  notes: ['001:114', '001:115', '001:119', '001:281', '004:35'],
  cfnLint: ['W2501'],
  messages: { secret: 'The secret parameter "{name}" has a default in clear; remove it.' },
  check(template, { report }) {
    for (const parameter of template.parameters.values()) {
      const { name, default: value } = parameter
      if (!parameter.isNoEcho || !value || parameter.isFromSsm || isNothing(value.text)) continue
      report(value, 'secret', { name })
    }
  },
})

/** What stands for no secret, or for one that is filled in elsewhere. */
const isNothing = (text: string): boolean =>
  text.trim() === '' ||
  text.includes('{{resolve:') ||
  isPlaceholder(text) ||
  /^(none|null|n\/?a|undefined|unused|disabled|-+|\*+|x+)$/i.test(text.trim())
