import { defineRule, formsOf, nodesAt, shorten, suspectsOf } from '#rule'

export default defineRule({
  id: 'ssm/relative-parameter-path',
  title: 'A parameter path must start with a slash',
  severity: 'error',
  on: ['AWS::SSM::Parameter'],
  why: 'Systems Manager rejects the parameter: a name with levels has to be fully qualified.',
  fix: 'Begin the name with "/".',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html',
      fact: 'A name that has levels begins with a slash.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html',
      fact: 'The fully qualified name includes the whole hierarchy, from its first slash.',
    },
  ],
  notes: ['001:121', '001:122', '001:123', '002:2009', '004:320'],
  messages: {
    relative: 'Name is "{name}", a path without a leading slash; begin it with "/".',
  },
  check(parameter, { report }) {
    for (const { node, when } of nodesAt(parameter, 'Name')) {
      // What stands before the first slash has to be known.
      for (const { text, place } of suspectsOf(formsOf(parameter.template, node, when), (one) => /^[\w.-]+\//.test(one)))
        report(place, 'relative', { name: shorten(text) })
    }
  },
})
