import { both, canHold, defineRule, functionsIn, type Known, number, type Resource } from '#rule'

const PATH = 'ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions'

export default defineRule({
  id: 'lambda/provisioned-above-reserved',
  title: 'Provisioned concurrency cannot exceed the reserved one',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the provisioned concurrency: it counts towards what is reserved.',
  fix: 'Reserve at least as much as is provisioned over all versions and aliases of the function.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html',
      fact: 'Provisioned concurrency counts towards the reserved concurrency and cannot exceed it.',
    },
  ],
  notes: ['001:724', '001:725', '001:726', '001:728', '002:193', '002:195', '003:384', '003:386'],
  messages: {
    more: '{sum} executions are provisioned, but the function reserves {reserved}; reserve more or provision less.',
  },
  check(fn, { report }) {
    for (const reserved of fn.known('ReservedConcurrentExecutions', number)) {
      let sum = 0
      let { when } = reserved
      for (const part of provisionedOf(fn)) {
        const joint = both(when, part.when)
        if (!canHold(joint)) continue
        when = joint
        sum += part.value
        if (sum > reserved.value) report({ node: part.node, when }, 'more', { sum, reserved: reserved.value })
      }
    }
  },
})

/** What is provisioned for a function: its own with SAM, and that of its aliases and versions. */
function provisionedOf(fn: Resource): Known<number>[] {
  const { template } = fn
  const own = fn.type === 'AWS::Serverless::Function' ? fn.known(PATH, number) : []
  const others = template.resourcesOf('AWS::Lambda::Alias', 'AWS::Lambda::Version').flatMap((holder) =>
    functionsIn(template, holder, 'FunctionName')
      .filter((use) => use.function === fn)
      .flatMap((use) => holder.under(use.when).known(PATH, number)),
  )
  return [...own, ...others]
}
