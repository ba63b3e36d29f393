import { closest, defineRule } from '#rule'

export default defineRule({
  id: 'suppression/unknown-rule',
  title: 'A suppression names no rule',
  severity: 'warning',
  on: ['suppressions'],
  why: 'It silences nothing; a misspelt id hides that the finding it was meant for is still reported.',
  fix: 'Correct the id, or remove the suppression; "awslint rules" lists the ids.',
  sources: [
    {
      url: 'https://github.com/awslint/awslint#suppressing-findings',
      fact: 'A suppression names rule ids, a group followed by /*, or * for all.',
    },
  ],
  messages: {
    unknown: 'There is no rule "{pattern}"; correct the id or remove the suppression.',
    misspelt: 'There is no rule "{pattern}"; did you mean "{near}"?',
  },
  check({ unknown, ids }, { report }) {
    const groups = new Set(ids.map((id) => `${id.split('/')[0]}/*`))
    for (const { node, span, pattern } of unknown) {
      const near = closest(pattern, [...ids, ...groups]) ?? ids.find((id) => id.endsWith(`/${pattern}`))
      if (near) report({ node, span }, 'misspelt', { pattern, near })
      else report({ node, span }, 'unknown', { pattern })
    }
  },
})
