import { all, type Check, defineRule, need, ofStates, requiresOneOf } from '#rule'

/** A list that is there and holds nothing. */
const filled = (path: string): Check => ({
  paths: [path],
  messages: { empty: '{path} is empty; it needs at least one item.' },
  run({ target, report }) {
    for (const { node, least } of target.counts(path)) if (least.count === 0) report({ node, when: least.when }, 'empty', { path })
  },
})

const nextOfChoices: Check = {
  paths: ['Choices'],
  messages: { next: 'This choice has no Next; name the state that follows when it matches.' },
  run({ target, report }) {
    for (const choice of target.items('Choices')) for (const absent of choice.absent('Next')) report(absent, 'next')
  },
}

export default defineRule({
  id: 'stepfunctions/incomplete-state',
  title: 'A state has the fields that its type cannot do without',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Give a Task its Resource, a Choice its Choices with a Next each, a Parallel state its Branches, a Map its ItemProcessor.',
  sources: [
    {
      url: 'https://states-language.net/spec.html',
      fact: 'Resource of Task, non-empty Choices with Next, Branches of Parallel and ItemProcessor (formerly Iterator) of Map are required.',
    },
  ],
  notes: ['000:537', '000:538', '001:1173', '001:1176', '001:1177', '002:1730', '002:1731', '002:1733'],
  cfnLint: ['E3601'],
  check: all(
    ofStates(['Task'], need('A Task needs {name}, the ARN of what it runs; set it.', 'Resource')),
    ofStates(
      ['Choice'],
      all(need('A Choice needs {name}, the list of its conditions; set it.', 'Choices'), filled('Choices'), nextOfChoices),
    ),
    ofStates(['Parallel'], all(need('A Parallel state needs {name}, the list of what it runs; set it.', 'Branches'), filled('Branches'))),
    ofStates(['Map'], requiresOneOf('ItemProcessor', 'Iterator')),
  ),
})
