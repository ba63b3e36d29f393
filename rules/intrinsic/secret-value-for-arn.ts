import { defineRule, dynamicReferencesOf } from '#rule'

export default defineRule({
  id: 'intrinsic/secret-value-for-arn',
  title: 'A property that takes the ARN of a secret gets its value',
  severity: 'warning',
  on: ['template'],
  why: 'The service looks for a secret by the resolved value, finds none and fails; the secret itself shows in its messages.',
  fix: 'Give the ARN of the secret: Ref of the secret, or the ARN as text.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
      fact: 'A dynamic reference is replaced by the value of the secret.',
    },
  ],
  cfnLint: ['W1051'],
  messages: {
    value: '{text} gives the value of the secret; {property} takes its ARN.',
  },
  check(template, { report }) {
    for (const { text, parts, node, span, section, path } of dynamicReferencesOf(template)) {
      const property = path[path.length - 1] ?? ''
      if (parts[0] !== 'secretsmanager' || section !== 'Resources' || path[0] !== 'Properties') continue
      if (/Secret\w*Arn$/.test(property)) report({ node, span, when: template.whenAt(node) }, 'value', { text, property })
    }
  },
})
