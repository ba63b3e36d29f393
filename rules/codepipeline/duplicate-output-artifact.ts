import { both, canHold, defineRule, type Known, pipelineOf } from '#rule'

export default defineRule({
  id: 'codepipeline/duplicate-output-artifact',
  title: 'Output artifact names must be unique in the pipeline',
  severity: 'error',
  on: ['AWS::CodePipeline::Pipeline'],
  why: 'CodePipeline rejects the pipeline.',
  fix: 'Give each output artifact a name of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-requirements.html',
      fact: 'Every output artifact of a pipeline needs a name that no other one has.',
    },
  ],
  notes: ['002:1164', '002:1186', '002:1187'],
  cfnLint: ['E3701'],
  messages: {
    twice: 'Two actions make an artifact "{name}"; give this one another name.',
  },
  check(resource, { report }) {
    const seen: Known<string>[] = []
    for (const { outputs } of pipelineOf(resource).actions) {
      for (const name of outputs.names) {
        const first = seen.find((other) => other.value === name.value && canHold(both(other.when, name.when)))
        seen.push(name)
        if (!first) continue
        const related = [{ node: first.node, message: 'the other one' }]
        report({ node: name.node, when: both(first.when, name.when), related }, 'twice', { name: name.value })
      }
    }
  },
})
