import { defineRule } from '#rule'

export default defineRule({
  id: 'template/transform-order-wrong',
  title: 'AWS::LanguageExtensions must stand before other transforms',
  severity: 'warning',
  on: ['template'],
  why: 'Transforms run in the order of the list, and none but AWS::LanguageExtensions understands its functions: SAM fails on a Fn::ForEach, and what SAM has to know must not stand in a function of the extensions.',
  fix: 'Write AWS::LanguageExtensions first.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/transform-aws-languageextensions.html',
      fact: 'With several transforms AWS::LanguageExtensions must come before the serverless transform.',
    },
  ],
  notes: ['001:19', '001:28', '003:244'],
  messages: { order: 'AWS::LanguageExtensions stands behind {other}; write it first.' },
  check(template, { report }) {
    const section = template.section('Transform')?.value
    if (section?.kind !== 'sequence') return
    const [first] = template.transforms
    for (const entry of template.transforms.slice(1)) {
      // What a macro of one's own needs before it is for its author to know.
      const before = template.transforms.slice(0, template.transforms.indexOf(entry)).find(({ text }) => text.startsWith('AWS::'))
      if (first && before && entry.text === 'AWS::LanguageExtensions') report(entry, 'order', { other: before.text })
    }
  },
})
