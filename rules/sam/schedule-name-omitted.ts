import { atKey, boolean, both, canHold, defineRule, eventsOf, present } from '#rule'

export default defineRule({
  id: 'sam/schedule-name-omitted',
  title: 'Schedule has a name although OmitName says that it has none',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'OmitName lets CloudFormation choose a name; the transform fails when one is given as well.',
  fix: 'Remove OmitName or Name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-schedulev2.html',
      fact: 'OmitName keeps SAM from deriving a name.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/eventsources/scheduler.py',
      fact: 'Name cannot be set when OmitName is true.',
    },
  ],
  messages: {
    name: 'Name is set although OmitName is true; remove one of them.',
  },
  check(resource, { report }) {
    for (const { properties } of eventsOf(resource, 'ScheduleV2')) {
      for (const omit of properties.known('OmitName', boolean)) {
        if (!omit.value) continue
        for (const name of present(properties, 'Name')) {
          const when = both(omit.when, name.when)
          if (canHold(when)) report(atKey(name, when), 'name')
        }
      }
    }
  },
})
