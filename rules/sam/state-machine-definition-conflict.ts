import { defineRule, exclusive } from '#rule'

export default defineRule({
  id: 'sam/state-machine-definition-conflict',
  title: 'State machine takes only one of Definition and DefinitionUri',
  severity: 'error',
  on: ['AWS::Serverless::StateMachine'],
  why: 'The transform fails because it does not know which of the two to take.',
  fix: 'Keep the definition in the template or in its own file, and remove the other property.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html#sam-statemachine-definitionuri',
      fact: 'One of Definition and DefinitionUri must be given.',
    },
  ],
  notes: ['001:27', '002:1410', '002:1414'],
  check: exclusive('Definition', 'DefinitionUri'),
})
