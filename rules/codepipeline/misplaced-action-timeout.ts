import { atKey, defineRule, pipelineOf, present } from '#rule'

export default defineRule({
  id: 'codepipeline/misplaced-action-timeout',
  title: 'Only manual approvals take a timeout of their own',
  severity: 'error',
  on: ['AWS::CodePipeline::Pipeline'],
  why: 'CodePipeline rejects the pipeline.',
  fix: 'Remove TimeoutInMinutes, or set it at a manual approval, with 5 to 86400 minutes; a build has the timeout of its project.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ActionDeclaration.html',
      fact: 'timeoutInMinutes is for manual approval actions only, 5 to 86400.',
    },
  ],
  notes: ['000:386', '001:1109'],
  messages: {
    misplaced: 'TimeoutInMinutes is for manual approvals only, not for an action of the category {category}; remove it.',
  },
  check(resource, { report }) {
    for (const { properties, types } of pipelineOf(resource).actions) {
      for (const { category, provider } of types) {
        if (category.value === 'Approval') continue
        for (const timeout of present(properties.under(provider.when), 'TimeoutInMinutes'))
          report(atKey(timeout), 'misplaced', { category: category.value })
      }
    }
  },
})
