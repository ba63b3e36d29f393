import { canHold, defineRule, string } from '#rule'

/** A public function URL is a matter of its own. */
const RESTRICTIONS = ['SourceArn', 'SourceAccount', 'PrincipalOrgID', 'EventSourceToken', 'FunctionUrlAuthType', 'InvokedViaFunctionUrl']

export default defineRule({
  id: 'lambda/public-permission',
  title: 'A permission should not admit everybody',
  severity: 'warning',
  on: ['AWS::Lambda::Permission'],
  why: 'Anybody with an AWS account may invoke the function.',
  fix: 'Name who may: an account, a role, a service with its source.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html',
      fact: 'Lambda.1: the policy of a function should not allow public access.',
    },
  ],
  notes: ['002:1588', '002:1597', '002:1599'],
  messages: {
    public: 'Principal is "*": anybody may invoke the function; name who may.',
  },
  check(permission, { report }) {
    for (const principal of permission.known('Principal', string).filter(({ value }) => value === '*')) {
      let cases = [permission.under(principal.when)]
      for (const name of RESTRICTIONS) cases = cases.flatMap((at) => at.absent(name).map(({ when }) => at.under(when)))
      for (const { when } of cases) if (canHold(when)) report({ node: principal.node, when }, 'public')
    }
  },
})
