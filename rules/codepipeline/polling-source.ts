import { boolean, defineRule, pipelineOf } from '#rule'
import { whenOfType } from './_actions.ts'

export default defineRule({
  id: 'codepipeline/polling-source',
  title: 'Source action polls instead of reacting to events',
  severity: 'info',
  on: ['AWS::CodePipeline::Pipeline'],
  why: 'CodePipeline asks for changes every minute or so, notices them late, and stops asking for a pipeline that has been idle for long.',
  fix: 'Set PollForSourceChanges to false and start the pipeline by an EventBridge rule, or use a connection.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/change-detection-methods.html',
      fact: 'Change detection by events is recommended; PollForSourceChanges is true where it is not set.',
    },
  ],
  notes: ['001:1150', '001:1151', '001:1152', '001:1153', '002:1170', '003:408'],
  messages: {
    polls: 'This source polls for changes; set PollForSourceChanges to false and start the pipeline by an event.',
  },
  check(resource, { report }) {
    for (const action of pipelineOf(resource).actions) {
      for (const when of whenOfType(action, 'Source', 'CodeCommit', 'S3', 'GitHub')) {
        for (const poll of action.properties.under(when).possible('Configuration.PollForSourceChanges', boolean))
          if (poll.state === 'absent' || (poll.state === 'known' && poll.value)) report(poll, 'polls')
      }
    }
  },
})
