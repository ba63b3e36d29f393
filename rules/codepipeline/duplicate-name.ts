import { both, canHold, defineRule, type Known, type Properties, pipelineOf, string } from '#rule'

export default defineRule({
  id: 'codepipeline/duplicate-name',
  title: 'Stage and action names must be unique',
  severity: 'error',
  on: ['AWS::CodePipeline::Pipeline'],
  why: 'CodePipeline rejects the pipeline.',
  fix: 'Give each stage of the pipeline, and each action of a stage, a name of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html',
      fact: 'Names of stages are unique in a pipeline.',
    },
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-requirements.html',
      fact: 'Names of actions are unique in a stage.',
    },
  ],
  notes: ['000:386', '001:1108', '001:1110', '002:1164', '002:1165'],
  messages: {
    stage: 'There is a stage "{name}" already; give this one another name.',
    action: 'The stage has an action "{name}" already; give this one another name.',
  },
  check(resource, { report }) {
    const { stages } = pipelineOf(resource)
    for (const { name, first } of twice(stages.map(({ properties }) => properties)))
      report({ node: name.node, when: both(name.when, first.when) }, 'stage', { name: name.value })
    for (const { actions } of stages)
      for (const { name, first } of twice(actions.map(({ properties }) => properties)))
        report({ node: name.node, when: both(name.when, first.when) }, 'action', { name: name.value })
  },
})

/** The names that an earlier one of these has too. */
function twice(named: readonly Properties[]): { name: Known<string>; first: Known<string> }[] {
  const seen: Known<string>[] = []
  return named
    .flatMap((one) => one.known('Name', string))
    .flatMap((name) => {
      const first = seen.find((other) => other.value === name.value && other.node !== name.node && canHold(both(other.when, name.when)))
      seen.push(name)
      return first ? [{ name, first }] : []
    })
}
