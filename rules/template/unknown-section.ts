import { closest, defineRule, SAM_SECTIONS, SECTIONS } from '#rule'

export default defineRule({
  id: 'template/section-unknown',
  title: 'A template has no such top-level section',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the whole template when it meets a section that it does not know.',
  fix: 'Correct the name, or move the content into one of the sections; notes of your own belong into Metadata.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html',
      fact: 'The sections of a template are a fixed list; only Resources is required.',
    },
  ],
  cfnLint: ['E1001'],
  messages: {
    unknown: '"{name}" is no section of a template; the sections are {sections}.',
    misspelt: '"{name}" is no section of a template; did you mean "{near}"?',
  },
  check(template, { report }) {
    const sections: readonly string[] = template.kind === 'sam' ? SAM_SECTIONS : SECTIONS
    for (const { key } of template.root.entries) {
      const name = key.text
      if (sections.includes(name) || name === 'Fn::Transform' || name === 'Globals') continue
      const near = closest(name, sections)
      if (near) report(key, 'misspelt', { name, near })
      else report(key, 'unknown', { name, sections: sections.join(', ') })
    }
  },
})
