import { childOf, defineRule, isNothing, isUnevaluated, kindName } from '#rule'
import { AGENT_PARSER, PERMISSIONS } from './_pages.ts'

export default defineRule({
  id: 'appspec/except-not-list',
  title: 'Exceptions of a permission must be a list of names',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent fails with a Ruby error that names neither the entry nor the line.',
  fix: 'Write a list, also for one name: except: ["config"].',
  sources: [
    { url: PERMISSIONS, fact: 'except is a list of names and patterns in brackets.' },
    { url: AGENT_PARSER, fact: 'The agent calls each on except.' },
  ],
  messages: {
    notList: '"except" is {kind}; the agent wants a list ("undefined method `each\'"): put it in brackets.',
    notText: 'The exception is {kind}; write the name of a file or folder directly below the object.',
  },
  check(appspec, { report }) {
    for (const item of appspec.permissions) {
      const except = childOf(item, 'except')
      if (!except || isNothing(except) || isUnevaluated(except)) continue
      if (except.kind !== 'sequence') report(except, 'notList', { kind: kindName(except) })
      else for (const one of except.items) if (one.kind !== 'scalar' && !isUnevaluated(one)) report(one, 'notText', { kind: kindName(one) })
    }
  },
})
