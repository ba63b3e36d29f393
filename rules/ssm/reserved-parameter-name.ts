import { defineRule, formsOf, nodesAt, shorten, suspectsOf } from '#rule'

export default defineRule({
  id: 'ssm/reserved-parameter-name',
  title: 'Parameter names must not begin with aws or ssm',
  severity: 'error',
  on: ['AWS::SSM::Parameter'],
  why: 'Systems Manager rejects the parameter: "No access to reserved parameter name".',
  fix: 'Use another first word.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html',
      fact: 'Names do not begin with aws or ssm, in upper or lower case.',
    },
  ],
  notes: ['001:121', '001:122', '001:123', '002:2009', '004:320'],
  cfnLint: ['W3701'],
  messages: {
    reserved: 'Name is "{name}"; names that begin with "aws" or "ssm" are reserved, so use another first word.',
  },
  check(parameter, { report }) {
    for (const { node, when } of nodesAt(parameter, 'Name')) {
      for (const { text, place } of suspectsOf(formsOf(parameter.template, node, when), (one) => /^\/?(aws|ssm)/i.test(one)))
        report(place, 'reserved', { name: shorten(text) })
    }
  },
})
