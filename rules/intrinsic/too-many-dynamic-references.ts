import { defineRule, dynamicReferencesOf } from '#rule'

const LIMIT = 60

export default defineRule({
  id: 'intrinsic/too-many-dynamic-references',
  title: 'A template holds at most 60 dynamic references',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Split the template, or pass values on with Ref to a parameter of type AWS::SSM::Parameter::Value.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
      fact: 'A template may have up to 60 dynamic references.',
    },
  ],
  notes: ['002:2015', '002:2019', '004:320'],
  messages: {
    many: 'The template has {count} dynamic references; 60 are allowed, and this is the 61st.',
  },
  check(template, { report }) {
    const all = dynamicReferencesOf(template).filter((one) => one.section !== 'Metadata' && one.section !== 'Description')
    const [first] = all.slice(LIMIT)
    if (first) report({ node: first.node, span: first.span }, 'many', { count: all.length })
  },
})
