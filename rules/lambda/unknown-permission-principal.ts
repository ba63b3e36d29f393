import { defineRule, string } from '#rule'

export default defineRule({
  id: 'lambda/unknown-permission-principal',
  title: 'A permission principal is an account, an IAM ARN or a service',
  severity: 'error',
  on: ['AWS::Lambda::Permission'],
  why: 'Lambda rejects the permission.',
  fix: 'Write a service in full, sns.amazonaws.com, an account, or the ARN of a role or user.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html',
      fact: 'The principal is a service, an account or an IAM entity.',
    },
  ],
  notes: ['002:1588', '002:1597', '002:1599'],
  messages: {
    word: 'Principal is "{value}", which is neither a service, an account nor an ARN; a service is written like sns.amazonaws.com.',
  },
  check(permission, { report }) {
    for (const principal of permission.known('Principal', string)) {
      const { value } = principal
      // Unique IDs of roles and users are what is left of them once they are gone.
      if (/^[A-Za-z][\w-]*$/.test(value) && !/^A[A-Z0-9]{15,}$/.test(value)) report(principal, 'word', { value })
    }
  },
})
