import { defineRule, string } from '#rule'
import { closedUses } from './_urls.ts'

export default defineRule({
  id: 'lambda/public-function-url',
  title: 'A function URL with AuthType NONE is open to anyone',
  severity: 'info',
  on: ['AWS::Lambda::Url', 'AWS::Serverless::Function'],
  why: 'Whoever knows the address can call the function, at the cost of the account.',
  fix: 'Use AWS_IAM, or make sure that the function itself checks who calls.',
  sources: [{ url: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html', fact: 'With AuthType NONE Lambda checks nobody.' }],
  notes: ['001:731'],
  messages: {
    public: 'AuthType is NONE: anybody may call the function by its URL; use AWS_IAM unless it is meant.',
  },
  check(resource, { report }) {
    // Nobody may call it yet: the permission is missing.
    if (resource.type === 'AWS::Lambda::Url' && closedUses(resource).length > 0) return
    const path = resource.type === 'AWS::Lambda::Url' ? 'AuthType' : 'FunctionUrlConfig.AuthType'
    for (const type of resource.known(path, string)) if (type.value === 'NONE') report(type, 'public')
  },
})
