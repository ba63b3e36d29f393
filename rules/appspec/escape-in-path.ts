import { childOf, defineRule, type Node } from '#rule'

export default defineRule({
  id: 'appspec/escape-in-path',
  title: 'Backslash in a double-quoted path is an escape',
  severity: 'error',
  on: ['appspec'],
  why: 'In double quotes YAML reads \\t as a tab and \\a as a bell, so that the path is another one.',
  fix: 'Leave out the quotes or use single ones, or write each backslash twice.',
  sources: [
    {
      url: 'https://yaml.org/spec/1.1/#id872840',
      fact: 'A backslash escapes in double-quoted scalars only; \\a, \\b, \\t, \\n and others are control characters.',
    },
  ],
  messages: {
    escape: '"{key}" holds the control character {character}, which YAML makes of a backslash in double quotes; use single quotes.',
  },
  check(appspec, { report }) {
    const check = (key: string, node: Node | undefined): void => {
      if (node?.kind !== 'scalar' || node.style !== 'double' || appspec.source.format === 'json') return
      const character = /[\0-\x1f\x7f\x85\xa0\u2028\u2029]/.exec(node.text)?.[0]
      if (character) report(node, 'escape', { key, character: `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` })
    }
    for (const item of appspec.files) for (const key of ['source', 'destination']) check(key, childOf(item, key))
    for (const { node } of appspec.scripts) check('location', childOf(node, 'location'))
    for (const item of appspec.permissions) check('object', childOf(item, 'object'))
  },
})
