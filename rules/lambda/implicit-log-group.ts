import { defineRule, isSame, nameOf } from '#rule'

export default defineRule({
  id: 'lambda/implicit-log-group',
  title: 'A log group made by Lambda keeps its events forever',
  severity: 'info',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda makes the log group at the first call and keeps every event for ever, at a cost.',
  fix: 'Add an AWS::Logs::LogGroup named /aws/lambda/<function> with RetentionInDays, or name an own group in LoggingConfig.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html',
      fact: 'The log group that Lambda makes has no retention period; LoggingConfig names another one.',
    },
  ],
  notes: ['002:1603', '002:1867', '003:73'],
  cfnLint: ['I3013'],
  messages: {
    implicit: 'The log group of this function is made by Lambda and never emptied; declare it with RetentionInDays.',
  },
  check(fn, { report }) {
    const name = `/aws/lambda/${nameOf(fn)}`
    const groups = fn.template.resourcesOf('AWS::Logs::LogGroup')
    if (fn.template.isOpen('Resources') || groups.some((group) => isSame(fn.template, name, nameOf(group)) !== false)) return
    for (const { when } of [...fn.absent('LoggingConfig'), ...fn.items('LoggingConfig').flatMap((config) => config.absent('LogGroup'))])
      report({ node: fn.key, when }, 'implicit')
  },
})
