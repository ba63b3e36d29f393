import { all, defineRule, exclusive, requiresOneOf } from '#rule'

const SOURCES = ['Definition', 'DefinitionString', 'DefinitionS3Location'] as const

export default defineRule({
  id: 'stepfunctions/definition-source-conflict',
  title: 'A state machine has exactly one definition',
  severity: 'error',
  on: ['AWS::StepFunctions::StateMachine'],
  why: 'With none there is nothing to create, and with two the deployment fails.',
  fix: 'Keep one of Definition, DefinitionString and DefinitionS3Location.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html',
      fact: 'The definition is given as an object, as text, or as a file in S3.',
    },
  ],
  notes: ['001:1174', '001:1175', '001:1176'],
  check: all(exclusive(...SOURCES), requiresOneOf(...SOURCES)),
})
