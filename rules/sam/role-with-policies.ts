import { defineRule, exclusive } from '#rule'

export default defineRule({
  id: 'sam/role-with-policies',
  title: 'State machine takes Role or Policies, not both',
  severity: 'error',
  on: ['AWS::Serverless::StateMachine'],
  why: 'SAM puts the policies into a role that it makes itself; with a role of your own the transform fails.',
  fix: 'Give the permissions to the role and remove Policies, or remove Role.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html#sam-statemachine-policies',
      fact: 'Either Role or Policies may be given for a state machine.',
    },
  ],
  notes: ['001:27', '001:36', '002:1410', '002:1414'],
  check: exclusive('Role', 'Policies'),
})
