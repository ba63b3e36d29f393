import { closest, defineRule, fieldsOf, patternsIn, someOf, string } from '#rule'

/** Those of pipelines and stages, then those of actions only. */
const STATES = ['STARTED', 'SUCCEEDED', 'FAILED', 'CANCELED', 'RESUMED', 'STOPPING', 'STOPPED', 'SUPERSEDED', 'ABANDONED']

export default defineRule({
  id: 'events/unknown-pipeline-state',
  title: 'Pipeline events have fixed states',
  severity: 'warning',
  on: ['AWS::Events::Rule', 'AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'Values are compared literally, so the rule never fires.',
  fix: 'Write the state as CodePipeline sends it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html',
      fact: 'The states of pipelines, stages and actions in events.',
    },
  ],
  notes: ['001:1123', '001:1124', '001:1125', '001:1126'],
  messages: {
    unknown: 'CodePipeline sends no state "{state}"; it sends {known}.',
  },
  check(resource, { report }) {
    for (const { matcher, objects } of patternsIn(resource)) {
      for (const pattern of matcher === 'EventBridge' ? objects : []) {
        const fields = fieldsOf(pattern)
        const valuesOf = (name: string) => fields.filter(({ path }) => path.join('.') === name).flatMap(({ values }) => values)
        const sources = valuesOf('source').map(({ value }) => string.read(value))
        if (sources.length !== 1 || sources[0] !== 'aws.codepipeline') continue
        for (const state of valuesOf('detail.state')) {
          const text = string.read(state.value)
          if (text !== undefined && !STATES.includes(text))
            report(state, 'unknown', { state: text, known: someOf(STATES, 'and', closest(text, STATES)) })
        }
      }
    }
  },
})
