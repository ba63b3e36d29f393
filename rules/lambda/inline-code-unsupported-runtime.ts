import { defineRule, string } from '#rule'

export default defineRule({
  id: 'lambda/inline-code-unsupported-runtime',
  title: 'Inline code works for Node.js and Python only',
  severity: 'error',
  on: ['AWS::Lambda::Function'],
  why: 'Lambda rejects the function.',
  fix: 'Give the code in a file, or use Node.js or Python.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html',
      fact: 'Code in the template is for Node.js and Python only.',
    },
  ],
  notes: ['000:733', '001:79', '002:1684', '002:1685'],
  cfnLint: ['E3677'],
  messages: {
    runtime: 'Runtime is {runtime}, for which code cannot stand in the template; use Node.js or Python, or give the code in a file.',
  },
  check(fn, { report }) {
    for (const { when } of fn.present('Code.ZipFile')) {
      for (const runtime of fn.under(when).known('Runtime', string)) {
        if (!/^(nodejs|python)/.test(runtime.value)) report(runtime, 'runtime', { runtime: runtime.value })
      }
    }
  },
})
