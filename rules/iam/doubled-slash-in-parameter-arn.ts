import { defineRule } from '#rule'

export default defineRule({
  id: 'iam/doubled-slash-in-parameter-arn',
  title: 'A parameter ARN has one slash after parameter',
  severity: 'warning',
  on: ['policy'],
  why: 'The permission never matches: the ARN of the parameter /dev/app is …:parameter/dev/app.',
  fix: 'Write one slash: leave out the slash before a name that begins with one.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html',
      fact: 'The name of a parameter in a hierarchy begins with a slash, which is the one behind parameter in its ARN.',
    },
  ],
  notes: ['002:2009'],
  messages: {
    doubled: '{element} is "{value}"; write one slash behind parameter.',
  },
  check(policy, { report }) {
    for (const statement of policy.statements)
      for (const element of ['Resource', 'NotResource'])
        for (const { text, place } of statement.suspects(element, (text) => /^arn:.*:parameter\/\//.test(text)))
          report(place, 'doubled', { element, value: text })
  },
})
