import { defineRule, string } from '#rule'
import { pathFor } from './_function.ts'

export default defineRule({
  id: 'lambda/inline-handler-not-index',
  title: 'Inline code is always the file index',
  severity: 'warning',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'CloudFormation stores the code as index.js or index.py; the function deploys and fails whenever it is called.',
  fix: 'Let the handler begin with "index.".',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html',
      fact: 'Code from the template is put into a file called index, which the handler has to name.',
    },
  ],
  notes: ['000:733', '001:79', '002:1684', '002:1685', '004:379'],
  messages: {
    file: 'Handler is "{value}", but code in the template becomes the file "index"; write index instead of {file}.',
  },
  check(fn, { report }) {
    for (const { when } of fn.present(pathFor(fn, 'inlineCode'))) {
      for (const handler of fn.under(when).known('Handler', string)) {
        // What names no function at all is told elsewhere.
        const file = /^([^\s.]+)\../.exec(handler.value)?.[1]
        if (file && file !== 'index') report(handler, 'file', { value: handler.value, file })
      }
    }
  },
})
