import { all, count, defineRule, each } from '#rule'

export default defineRule({
  id: 'codepipeline/too-few-stages',
  title: 'A pipeline needs at least two stages with actions',
  severity: 'error',
  on: ['AWS::CodePipeline::Pipeline'],
  why: 'CodePipeline rejects the pipeline.',
  fix: 'Add a stage after the sources; remove stages without actions.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html',
      fact: 'A pipeline has at least two stages, and each of them at least one action.',
    },
  ],
  notes: ['000:386', '001:1108', '001:1110', '002:1164', '002:1165'],
  check: all(count('Stages', { min: 2, noun: 'stages' }), each('Stages', count('Actions', { min: 1, noun: 'actions' }))),
})
