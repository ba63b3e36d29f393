import { type Check, defineRule, exclusive, requiresOneOf } from '#rule'

const PLAIN = ['Definition', 'DefinitionString', 'DefinitionS3Location'] as const
const SAM = ['Definition', 'DefinitionUri'] as const

const checks: Readonly<Record<string, readonly Check[]>> = {
  'AWS::StepFunctions::StateMachine': [exclusive(...PLAIN), requiresOneOf(...PLAIN)],
  'AWS::Serverless::StateMachine': [exclusive(...SAM), requiresOneOf(...SAM)],
}

export default defineRule({
  id: 'stepfunctions/definition-source-conflict',
  title: 'A state machine has exactly one definition',
  severity: 'error',
  on: ['AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine'],
  why: 'With none there is nothing to create, and with two the deployment fails, or SAM refuses the template.',
  fix: 'Keep one of Definition, DefinitionString and DefinitionS3Location; with SAM one of Definition and DefinitionUri.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html',
      fact: 'The definition is given as an object, as text, or as a file in S3.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html',
      fact: 'Definition or DefinitionUri must be there; each is conditional on the other.',
    },
  ],
  notes: ['001:1174', '001:1175', '001:1176'],
  messages: {
    requiresOneOf: 'This state machine has no definition; set {names}.',
    exclusive: '{one} and {other} are two definitions of one state machine; keep one of them.',
  },
  check(resource, { report }) {
    const [conflict, lack] = checks[resource.type] ?? []
    conflict?.run({ target: resource, report: (place, _, data) => report(place, 'exclusive', data as { one: string; other: string }) })
    const names =
      resource.type === 'AWS::Serverless::StateMachine'
        ? 'Definition or DefinitionUri'
        : 'Definition, DefinitionString or DefinitionS3Location'
    lack?.run({ target: resource, report: (place) => report(place, 'requiresOneOf', { names }) })
  },
})
