import { defineRule, number, workOf } from '#rule'

const BOUNDS = { MaxNumberOfMessages: [1, 10], WaitTimeSeconds: [0, 20] } as const

export default defineRule({
  id: 'stepfunctions/sqs-receive-out-of-range',
  title: 'A call takes 1 to 10 messages and waits up to 20 seconds',
  severity: 'warning',
  on: ['statemachine'],
  why: 'SQS refuses the call, and the task fails whenever it runs.',
  fix: 'Stay within the bounds, and let a Map or a loop fetch more.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html',
      fact: 'MaxNumberOfMessages is 1 to 10; a long poll lasts 20 seconds at most.',
    },
  ],
  notes: ['001:193'],
  messages: { outOfRange: '{field} is {value}; it must be {least} to {most}.' },
  check(machine, { report }) {
    for (const state of machine.states) {
      if (state.type !== 'Task' || !workOf(state).some(({ service, action }) => service === 'sqs' && action === 'receiveMessage')) continue
      for (const [field, [least, most]] of Object.entries(BOUNDS)) {
        for (const fact of ['Parameters', 'Arguments'].flatMap((holder) => state.known(`${holder}.${field}`, number))) {
          if (fact.value < least || fact.value > most) report(fact, 'outOfRange', { field, value: fact.value, least, most })
        }
      }
    }
  },
})
