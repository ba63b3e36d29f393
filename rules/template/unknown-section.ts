import { closest, defineRule, respell, SAM_SECTIONS, SECTIONS } from '#rule'

export default defineRule({
  id: 'template/unknown-section',
  title: 'A template has no such top-level section',
  severity: 'error',
  on: ['template'],
  fixes: 'safe',
  why: 'CloudFormation rejects the whole template when it meets a section that it does not know.',
  fix: 'Correct the name, or move the content into one of the sections; notes of your own belong into Metadata.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html',
      fact: 'The sections of a template are a fixed list; only Resources is required.',
    },
  ],
  notes: ['000:185', '001:56', '001:57', '002:1245', '002:1250', '002:1402', '004:14', '004:25', '004:27', '004:29', '004:31', '004:33'],
  cfnLint: ['E1001'],
  messages: {
    unknown: '"{name}" is no section of a template; the sections are {sections}.',
    misspelt: '"{name}" is no section of a template; did you mean "{near}"?',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    const sections: readonly string[] = template.kind === 'sam' ? SAM_SECTIONS : SECTIONS
    for (const { key } of template.root.entries) {
      const name = key.text
      if (sections.includes(name) || name === 'Globals') continue
      const near = closest(name, sections)
      if (near) report(key, 'misspelt', { name, near }, respell(key, sections))
      else report(key, 'unknown', { name, sections: sections.join(', ') })
    }
  },
})
