import { childOf, defineRule, isNothing, isPlaceholder, isUnevaluated, kindName } from '#rule'
import { AGENT_PARSER, HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/invalid-timeout',
  title: 'Script timeout must be a positive whole number of seconds',
  severity: 'error',
  on: ['appspec'],
  why: 'Agent 1.x refuses a timeout that is not above zero; agent 2.x reads whole numbers only and fails on text, fractions and units.',
  fix: 'Write a whole number of seconds without quotes and unit, from 1 to 3600.',
  sources: [
    { url: HOOKS, fact: 'timeout is the number of seconds that the script may take, 3600 where it is not set.' },
    {
      url: AGENT_PARSER,
      fact: 'Agent 1.x turns the value into a whole number and raises "an invalid timeout value" when it is not above zero.',
    },
  ],
  notes: ['001:1099', '001:1100', '001:1102', '002:1207', '002:1210', '002:2375'],
  messages: {
    notPositive: '"timeout" is {value} (CodeDeploy: "an invalid timeout value was provided for a script"); write 1 or more seconds.',
    quoted: '"timeout" is "{value}" in quotes, which agent 2.x does not read as a number; remove the quotes.',
    notNumber: '"timeout" is "{value}"; write a whole number of seconds, without unit and fraction.',
    collection: '"timeout" is {kind}; write a whole number of seconds.',
  },
  check(appspec, { report }) {
    for (const { node } of appspec.scripts) {
      const timeout = childOf(node, 'timeout')
      if (!timeout || isNothing(timeout) || isUnevaluated(timeout)) continue
      if (timeout.kind !== 'scalar') report(timeout, 'collection', { kind: kindName(timeout) })
      else if (isPlaceholder(timeout.text) || (timeout.style === 'plain' && /^[1-9]\d*$/.test(timeout.text))) continue
      else if (/^\s*0*[1-9]\d*\s*$/.test(timeout.text) && timeout.style !== 'plain') report(timeout, 'quoted', { value: timeout.text })
      else if (/^\s*(-\d|0+(\.0*)?\s*$)/.test(timeout.text)) report(timeout, 'notPositive', { value: timeout.text })
      else report(timeout, 'notNumber', { value: timeout.text })
    }
  },
})
