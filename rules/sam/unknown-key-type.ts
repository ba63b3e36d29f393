import { closest, defineRule, string, table } from '#rule'

const TYPES = ['String', 'Number', 'Binary']
const SHORT: Readonly<Record<string, string>> = table({ S: 'String', N: 'Number', B: 'Binary' })

export default defineRule({
  id: 'sam/unknown-key-type',
  title: 'SimpleTable key type must be String, Number or Binary',
  severity: 'error',
  on: ['AWS::Serverless::SimpleTable'],
  why: 'SAM translates the type of the key for DynamoDB and fails at any other word.',
  fix: 'Give PrimaryKey a Name and one of the three types; without PrimaryKey the key is id, a String.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-simpletable-primarykeyobject.html',
      fact: 'Name and Type are required; the types are String, Number and Binary.',
    },
  ],
  notes: ['001:26', '002:1413'],
  messages: {
    unknown: 'The key has the type "{type}"; it must be String, Number or Binary.',
    short: 'The key has the type "{type}"; SimpleTable calls it {near}.',
    missing: 'PrimaryKey has no {name}; give it a Name and a Type.',
  },
  check(resource, { report }) {
    for (const key of resource.items('PrimaryKey')) {
      for (const name of ['Name', 'Type']) for (const absent of key.absent(name)) report(absent, 'missing', { name })
      for (const type of key.known('Type', string)) {
        if (TYPES.includes(type.value)) continue
        const near = SHORT[type.value] ?? closest(type.value, TYPES)
        if (near) report(type, 'short', { type: type.value, near })
        else report(type, 'unknown', { type: type.value })
      }
    }
  },
})
