import { butNot, canHold, closest, defineRule, either, listOf, mayPrecede, pipelineOf, respell } from '#rule'

export default defineRule({
  id: 'codepipeline/unknown-input-artifact',
  title: 'Input artifact is made by no earlier action',
  severity: 'error',
  on: ['AWS::CodePipeline::Pipeline'],
  fixes: 'unsafe',
  why: 'CodePipeline rejects the pipeline: the action waits for an artifact that nothing before it makes.',
  fix: 'Name an output artifact of an earlier stage, or of an action with a lower RunOrder in the same stage.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-requirements.html',
      fact: 'The input artifact of an action has to be an output artifact of an action before it, in the same stage or an earlier one.',
    },
  ],
  notes: ['001:1111', '001:1112', '002:1164', '002:1186', '002:1187'],
  cfnLint: ['E3701'],
  messages: {
    unknown: 'No action makes the artifact "{name}"; {names}.',
    near: 'No action makes the artifact "{name}"; did you mean "{near}"?',
    later: 'The artifact "{name}" is not made before this action; move the action that makes it to an earlier stage or a lower RunOrder.',
    conditional: 'The action that makes the artifact "{name}" is not always there; give both the same condition.',
  },
  check(resource, { report }) {
    const pipeline = pipelineOf(resource)
    if (!pipeline.isComplete) return
    for (const action of pipeline.actions) {
      const before = pipeline.actions.filter((other) => mayPrecede(other, action))
      if (!before.every(({ outputs }) => outputs.isComplete)) continue
      const made = before.flatMap(({ outputs }) => outputs.names)
      const names = [...new Set(made.map(({ value }) => value))]
      for (const input of action.inputs.names) {
        const same = made.filter(({ value }) => value === input.value).map(({ when }) => when)
        const missing = same.length ? butNot(input.when, same.reduce(either)) : input.when
        if (!canHold(missing)) continue
        const place = { node: input.node, when: missing }
        const isLater = pipeline.actions.some(({ outputs }) => outputs.names.some(({ value }) => value === input.value))
        const near = closest(input.value, names)
        if (same.length) report(place, 'conditional', { name: input.value })
        else if (isLater) report(place, 'later', { name: input.value })
        else if (near) report(place, 'near', { name: input.value, near }, respell(place, names))
        else report(place, 'unknown', { name: input.value, names: names.length ? `use ${listOf(names)}` : 'let an earlier action make it' })
      }
    }
  },
})
