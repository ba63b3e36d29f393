import { defineRule } from '#rule'

export default defineRule({
  id: 'parameter/invalid-name',
  title: 'A parameter name has letters and digits only, at most 255',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the whole template because of one name with another character.',
  fix: 'Use letters and digits, as in StageName, and change every reference to it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'Parameter names are alphanumeric.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
      fact: 'A parameter name has at most 255 characters.',
    },
  ],
  notes: ['002:1261', '002:1311'],
  cfnLint: ['E2003', 'E2011'],
  messages: {
    characters: 'Parameter name "{name}" has other characters than letters and digits.',
    length: 'Parameter name "{name}" has {length} characters; at most 255 are possible.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const { name, key } of template.parameters.values()) {
      if (name.startsWith('Fn::')) continue
      if (!/^[A-Za-z0-9]+$/.test(name)) report(key, 'characters', { name })
      else if (name.length > 255) report(key, 'length', { name, length: name.length })
    }
  },
})
