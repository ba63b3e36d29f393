import { defineRule, nounOf, quote } from '#rule'

const VERSION = '2010-09-09'

export default defineRule({
  id: 'template/unknown-format-version',
  title: 'AWSTemplateFormatVersion must be 2010-09-09',
  severity: 'error',
  on: ['template'],
  fixes: 'safe',
  why: 'CloudFormation knows one version of the template format and rejects every other; 2012-10-17 is the version of IAM policies.',
  fix: 'Write 2010-09-09, or leave the section out.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/format-version-structure.html',
      fact: 'The only valid value is 2010-09-09, a literal; the section is optional.',
    },
  ],
  notes: ['001:57', '002:1245', '002:1250', '002:1402', '004:33'],
  cfnLint: ['E1001'],
  messages: {
    unknown: 'AWSTemplateFormatVersion is "{value}"; the only version is "2010-09-09".',
    notText: 'AWSTemplateFormatVersion is {noun}; it must be the text "2010-09-09".',
  },
  check(template, { report }) {
    const value = template.section('AWSTemplateFormatVersion')?.value
    if (!value) return
    if (value.kind !== 'scalar' || value.value === null) report(value, 'notText', { noun: nounOf(value) })
    else if (value.text !== VERSION) report(value, 'unknown', { value: value.text }, quote(value, VERSION))
  },
})
