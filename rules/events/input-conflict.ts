import { defineRule, each, exclusive } from '#rule'

export default defineRule({
  id: 'events/input-conflict',
  title: 'A target has one kind of input',
  severity: 'error',
  on: ['AWS::Events::Rule'],
  why: 'EventBridge refuses the target.',
  fix: 'Keep one of Input, InputPath and InputTransformer.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-events-rule-target.html',
      fact: 'Input, InputPath and InputTransformer exclude each other.',
    },
  ],
  notes: ['002:1909'],
  check: each('Targets', exclusive('Input', 'InputPath', 'InputTransformer')),
})
