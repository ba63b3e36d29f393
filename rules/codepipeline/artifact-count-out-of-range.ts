import { both, canHold, defineRule, type Properties, pipelineOf, type When } from '#rule'
import { providersOf } from './_actions.ts'

export default defineRule({
  id: 'codepipeline/artifact-count-out-of-range',
  title: 'Action has too few or too many artifacts',
  severity: 'error',
  on: ['AWS::CodePipeline::Pipeline'],
  why: 'CodePipeline rejects the pipeline.',
  fix: 'Give the action as many input and output artifacts as its provider takes.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-action-artifacts.html',
      fact: 'The numbers of artifacts that each provider takes and gives.',
    },
  ],
  notes: ['000:386', '001:1109', '002:1164', '002:1171', '002:1186', '002:1187', '003:408'],
  cfnLint: ['E3702'],
  messages: {
    count: '{name} takes {limits} {noun} here, not {count}.',
  },
  check(resource, { report }) {
    for (const action of pipelineOf(resource).actions) {
      for (const { name, provider, when } of providersOf(action)) {
        for (const [list, noun, [min, max]] of [
          ['InputArtifacts', 'input', provider.inputs],
          ['OutputArtifacts', 'output', provider.outputs],
        ] as const) {
          const limits = min === max ? `${min}` : `${min} to ${max}`
          const artifacts = `${noun} ${max === 1 ? 'artifact' : 'artifacts'}`
          for (const { node, most, least } of countsOf(action.properties, list, when)) {
            const wrong = most.count > max ? most : least.count < min ? least : undefined
            if (wrong) report({ node, when: wrong.when }, 'count', { noun: artifacts, name, count: wrong.count, limits })
          }
        }
      }
    }
  },
})

/** The least and the most items of a list, none where it is missing. */
function countsOf(action: Properties, list: string, when: When) {
  const under = action.under(when)
  const missing = under.absent(list).map((fact) => {
    const none = { count: 0, when: fact.when }
    return { node: under.node, most: none, least: none }
  })
  return [...under.counts(list), ...missing].filter(({ most }) => canHold(both(most.when, when)))
}
