import { atKey, both, canHold, defineRule, eventsOf, present } from '#rule'

export default defineRule({
  id: 'sam/event-state-conflict',
  title: 'Event takes only one of State and Enabled',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'Both switch the rule on or off; the transform fails when both are given.',
  fix: 'Keep State and remove Enabled.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-schedule.html',
      fact: 'Either State or Enabled can be given.',
    },
  ],
  messages: {
    both: 'State and Enabled exclude each other; keep State.',
  },
  check(resource, { report }) {
    for (const { properties } of eventsOf(resource, 'Schedule', 'CloudWatchEvent', 'EventBridgeRule')) {
      for (const enabled of present(properties, 'Enabled')) {
        for (const state of present(properties, 'State')) {
          const when = both(enabled.when, state.when)
          if (canHold(when)) report({ ...atKey(enabled, when), related: [{ node: state.node, message: 'State' }] }, 'both')
        }
      }
    }
  },
})
