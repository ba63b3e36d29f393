import { defineRule, subOf, unwrap } from '#rule'

export default defineRule({
  id: 'intrinsic/sub-without-variable',
  title: 'Fn::Sub has nothing to substitute',
  severity: 'info',
  on: ['template'],
  fixes: 'safe',
  why: 'Plain text does the same and is easier to read; often a variable was forgotten.',
  fix: 'Write the text without Fn::Sub, or put the variable in.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html',
      fact: 'Fn::Sub replaces variables in a text.',
    },
  ],
  notes: ['001:89', '002:1320', '002:1322', '002:1323', '002:1324', '002:1326', '002:1327', '002:1350'],
  cfnLint: ['W1020'],
  messages: {
    nothing: 'Fn::Sub has no variable to replace; write the text without it.',
  },
  check(template, { report }) {
    for (const { call } of template.references.callsOf('Fn::Sub')) {
      const text = subOf(call)?.text
      if (!text || text.value === null || text.text.includes('${')) continue
      // A script gets its variables sooner or later; Fn::Sub is there for when it does.
      if (text.text.trim().includes('\n')) continue
      const { parent } = call.key
      const isAlone = parent?.kind === 'mapping' && parent.entries[0]?.value === text
      report(call.key, 'nothing', {}, isAlone ? unwrap(parent) : undefined)
    }
  },
})
