import { canHold, defineRule, string } from '#rule'

const RESTRICTIONS = ['SourceArn', 'SourceAccount', 'PrincipalOrgID', 'EventSourceToken']

export default defineRule({
  id: 'lambda/permission-without-source',
  title: 'A service permission should name its source',
  severity: 'info',
  on: ['AWS::Lambda::Permission'],
  why: 'Resources of any account can make the service invoke the function.',
  fix: 'Name the source in SourceArn, or at least its account in SourceAccount.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
      fact: 'Without a source the permission holds for the service whoever it works for.',
    },
  ],
  notes: ['002:1588', '002:1598'],
  messages: {
    source: '{principal} may invoke the function for anybody; set SourceArn, or SourceAccount.',
  },
  check(permission, { report }) {
    for (const principal of permission.known('Principal', string)) {
      if (!/\.amazonaws\.com(\.cn)?$/.test(principal.value)) continue
      let cases = [permission.under(principal.when)]
      for (const name of RESTRICTIONS) cases = cases.flatMap((at) => at.absent(name).map(({ when }) => at.under(when)))
      for (const { when } of cases) if (canHold(when)) report({ node: principal.node, when }, 'source', { principal: principal.value })
    }
  },
})
