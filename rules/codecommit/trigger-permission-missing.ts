import { defineRule, functionsIn, invocationOf } from '#rule'

export default defineRule({
  id: 'codecommit/trigger-permission-missing',
  title: 'Repository may not invoke its trigger function',
  severity: 'warning',
  on: ['AWS::CodeCommit::Repository'],
  why: 'Lambda refuses the call: the function never runs.',
  fix: 'Add an AWS::Lambda::Permission for the function with the Principal codecommit.amazonaws.com.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codecommit/latest/userguide/how-to-notify-lambda.html',
      fact: 'CodeCommit may invoke the function only where a permission of the function lets it.',
    },
  ],
  notes: ['002:1178', '002:2338'],
  messages: {
    missing: 'Nothing lets codecommit.amazonaws.com invoke {name}; add an AWS::Lambda::Permission.',
  },
  check(repository, { report }) {
    for (const trigger of repository.items('Triggers')) {
      for (const use of functionsIn(repository.template, trigger, 'DestinationArn')) {
        const { answer, when } = invocationOf(use, 'codecommit.amazonaws.com', repository)
        if (answer === 'no') report({ node: use.node, when }, 'missing', { name: use.function.id })
      }
    }
  },
})
