import { defineRule, string } from '#rule'

export default defineRule({
  id: 'codepipeline/source-stage-mixed',
  title: 'Source actions belong in the first stage and nothing else does',
  severity: 'error',
  on: ['AWS::CodePipeline::Pipeline'],
  why: 'CodePipeline rejects the pipeline.',
  fix: 'Put all source actions into the first stage and everything else into later ones.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html',
      fact: 'The first stage holds source actions only, and source actions stand in no other stage.',
    },
  ],
  notes: ['000:386', '001:1108', '001:1110', '002:1164', '002:1165'],
  cfnLint: ['E3700'],
  messages: {
    first: 'The first stage has an action of the category {category}; it takes source actions only.',
    later: 'A source action stands in a later stage; move it into the first one.',
  },
  check(pipeline, { report }) {
    // Conditional stages may make another stage the first.
    if (pipeline.facts('Stages').some((fact) => fact.state !== 'known')) return
    const stages = pipeline.items('Stages')
    if (stages.some(({ when }) => when.because.length > 0)) return
    stages.forEach((stage, i) => {
      for (const category of stage.known('Actions.*.ActionTypeId.Category', string)) {
        if (i === 0 && category.value !== 'Source') report(category, 'first', { category: category.value })
        if (i > 0 && category.value === 'Source') report(category, 'later')
      }
    })
  },
})
