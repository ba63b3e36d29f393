import { defineRule } from '#rule'

export default defineRule({
  id: 'suppression/unused',
  title: 'A suppression silences nothing',
  severity: 'warning',
  on: ['suppressions'],
  why: 'What it was written for is gone; left in place, it will silence the next real finding there.',
  fix: 'Remove the suppression.',
  sources: [
    {
      url: 'https://github.com/awslint/awslint#suppressing-findings',
      fact: 'A suppression that no finding needs is reported, as long as the rules that it means did run.',
    },
  ],
  messages: { unused: 'Nothing here is found by {pattern}; remove the suppression.' },
  check({ unused }, { report }) {
    for (const { node, span, pattern } of unused)
      report({ node, span }, 'unused', { pattern: pattern === '*' ? 'any rule' : `"${pattern}"` })
  },
})
