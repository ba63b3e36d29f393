import { defineRule, number } from '#rule'

export default defineRule({
  id: 'lambda/memory-out-of-range',
  title: 'Lambda memory must be 128 MB to 10,240 MB',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function.',
  fix: 'Use a whole number of megabytes from 128 to 10240.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html',
      fact: 'Memory goes from 128 MB to 10,240 MB in steps of 1 MB.',
    },
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances.html',
      fact: 'A function on managed instances can have up to 32 GB of memory.',
    },
  ],
  notes: ['001:742', '002:176', '002:177', '002:1698'],
  cfnLint: ['E3034'],
  messages: {
    range: 'MemorySize is {value} MB; it must be 128 MB to {max} MB.',
  },
  check(fn, { report }) {
    // Functions on instances of a capacity provider can have more.
    const max = fn.facts('CapacityProviderConfig').every(({ state }) => state === 'absent') ? 10_240 : 32_768
    for (const memory of fn.known('MemorySize', number)) {
      if (memory.value < 128 || memory.value > max) report(memory, 'range', { value: memory.value, max })
    }
  },
})
