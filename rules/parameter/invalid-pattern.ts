import { defineRule } from '#rule'
import { faultOf } from './_java-pattern.ts'

export default defineRule({
  id: 'parameter/invalid-pattern',
  title: 'AllowedPattern must be a regular expression',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation reads the pattern as a regular expression of Java and rejects the template when it is none.',
  fix: 'Balance brackets, and write signs that are meant literally with a backslash in front.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'AllowedPattern is a regular expression.',
    },
    {
      url: 'https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/regex/Pattern.html',
      fact: 'The dialect: classes nest, quantifiers can be possessive, a brace always begins a repetition, and a backslash before an undefined letter is an error.',
    },
  ],
  notes: ['002:1263'],
  cfnLint: ['I2003'],
  messages: { invalid: 'AllowedPattern {fault}; it is no regular expression.' },
  check(template, { report }) {
    for (const parameter of template.parameters.values()) {
      const pattern = parameter.attribute('AllowedPattern')?.value
      if (pattern?.kind !== 'scalar' || typeof pattern.value !== 'string') continue
      const fault = faultOf(pattern.text)
      if (fault)
        report({ node: pattern, span: template.partOf(pattern, fault.at, fault.at + fault.length) }, 'invalid', { fault: fault.says })
    }
  },
})
