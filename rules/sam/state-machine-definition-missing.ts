import { defineRule, requiresOneOf } from '#rule'

export default defineRule({
  id: 'sam/state-machine-definition-missing',
  title: 'State machine needs Definition or DefinitionUri',
  severity: 'error',
  on: ['AWS::Serverless::StateMachine'],
  why: 'The transform fails: a state machine without states cannot be made.',
  fix: 'Write the states under Definition, or name the file that holds them in DefinitionUri.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html#sam-statemachine-definition',
      fact: 'One of Definition and DefinitionUri must be given.',
    },
  ],
  notes: ['001:27', '002:1410', '002:1414'],
  check: requiresOneOf('Definition', 'DefinitionUri'),
})
