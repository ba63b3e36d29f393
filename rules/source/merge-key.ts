import { defineRule } from '#rule'
export default defineRule({
  id: 'source/merge-key',
  title: 'A YAML merge key may not be read as a merge',
  severity: 'warning',
  on: ['source'],
  why: 'CloudFormation does not support hash merges in templates; tools that do show something else than what is deployed.',
  fix: 'Write the merged keys out, or let a packaging tool write them out before the deployment.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html',
      fact: 'Of YAML 1.1, hash merges are among what CloudFormation does not support.',
    },
  ],
  cfnLint: ['W1100'],
  messages: {
    merge: 'CloudFormation does not support the merge key "<<"; write the keys out.',
  },
  check(target, { report }) {
    if (!target.isTemplate) return
    for (const { place } of target.problems('merge-key')) report(place, 'merge')
  },
})
