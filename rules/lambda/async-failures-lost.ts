import { canHold, childOf, defineRule, functionIn, isSame, nameOf, type Resource, spellingsOf } from '#rule'
import { asynchronousCallsOf } from './_callers.ts'
import { isFilled, pathFor } from './_function.ts'

export default defineRule({
  id: 'lambda/async-failures-lost',
  title: 'Asynchronous events should have a failure destination',
  severity: 'info',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'After two retries the event is gone, and nothing says so.',
  fix: 'Set a destination for failures in EventInvokeConfig, or a dead-letter queue.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
      fact: 'Events that fail can be kept by a destination for failures or a dead-letter queue.',
    },
  ],
  notes: ['002:222', '002:223', '002:1577', '003:380'],
  messages: {
    lost: 'Events that {function} fails to handle are dropped; add a destination for failures or a dead-letter queue.',
  },
  check(fn, { report }) {
    const { template } = fn
    const isSam = fn.type === 'AWS::Serverless::Function'
    const kept = [
      pathFor(fn, 'deadLetterTarget').split('.')[0] as string,
      ...(isSam ? ['EventInvokeConfig.DestinationConfig.OnFailure'] : []),
    ]
    if (template.isOpen('Resources') || kept.some((path) => fn.facts(path).some(isFilled))) return
    const configs = template
      .resourcesOf('AWS::Lambda::EventInvokeConfig')
      .filter((config) => config.facts('DestinationConfig.OnFailure').some(isFilled))
    if (configs.some((config) => mayBeOf(config, fn))) return
    const [call] = asynchronousCallsOf(fn).filter(({ when }) => canHold(when))
    if (call)
      report({ node: fn.key, when: call.when, related: [{ node: call.node, message: 'what calls it' }] }, 'lost', { function: fn.id })
  },
})

/** Whether a configuration is, or may be, of the function. */
function mayBeOf(config: Resource, fn: Resource): boolean {
  const node = childOf(config.node, 'FunctionName')
  const spelled = node ? spellingsOf(fn.template, node, config.when) : []
  return spelled.some(({ text }) => isSame(fn.template, functionIn(text)?.name ?? text, nameOf(fn)) !== false)
}
