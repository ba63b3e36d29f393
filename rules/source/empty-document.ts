import { defineRule } from '#rule'
export default defineRule({
  id: 'source/empty-document',
  title: 'The document is empty or no map',
  severity: 'error',
  on: ['source'],
  why: 'There is nothing in it that could be deployed or built.',
  fix: 'Write the sections of the document, or remove the file.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html',
      fact: 'A template is an object whose keys are its sections.',
    },
  ],
  cfnLint: ['E0000', 'E1001'],
  messages: {
    empty: 'The {kind} is empty.',
    noMap: 'The {kind} must be a map of sections, not a {found}.',
  },
  check(target, { report }) {
    const { root } = target.source
    const kind = target.name
    if (target.problems('empty').length) report(target.place({ start: 0, end: 0 }), 'empty', { kind })
    else if (root && root.kind !== 'mapping') {
      const found = root.kind === 'sequence' ? 'list' : 'single value'
      report(root.kind === 'scalar' ? root : target.place({ start: root.span.start, end: root.span.start + 1 }), 'noMap', {
        kind,
        found,
      })
    }
  },
})
