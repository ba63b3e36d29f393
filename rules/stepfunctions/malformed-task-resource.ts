import { defineRule, isPlaceholder, workOf } from '#rule'

export default defineRule({
  id: 'stepfunctions/malformed-task-resource',
  title: 'A Task runs a function, an activity or an integration, named by ARN',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Give the ARN of a function (`!GetAtt Fn.Arn`) or activity, or an integration as arn:aws:states:::lambda:invoke.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html',
      fact: 'Resource is an ARN: of a function, an activity, or arn:aws:states:::service:action with .sync or .waitForTaskToken behind it.',
    },
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html',
      fact: 'INVALID_RESOURCE is an error: a Task has a resource that Step Functions cannot run.',
    },
  ],
  notes: ['000:537', '000:538', '002:1007', '002:1734'],
  cfnLint: ['E3601'],
  messages: {
    name: 'Resource is the name of the function {id}, not its ARN; use Fn::GetAtt with {id}.Arn.',
    malformed:
      'Resource is "{value}"; it must be the ARN of a function, of an activity or of an integration (arn:aws:states:::lambda:invoke).',
  },
  check(machine, { report }) {
    for (const state of machine.states) {
      if (state.type !== 'Task') continue
      for (const { kind, text, resource, node, when } of workOf(state)) {
        if (kind !== 'none') continue
        if (resource) report({ node, when }, 'name', { id: resource.id })
        else if (!isPlaceholder(text)) report({ node, when }, 'malformed', { value: text })
      }
    }
  },
})
