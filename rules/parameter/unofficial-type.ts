import { closest, defineRule, PARAMETER_TYPES, respell } from '#rule'

export default defineRule({
  id: 'parameter/unofficial-type',
  title: 'Parameter type is accepted but not documented',
  severity: 'warning',
  on: ['template'],
  fixes: 'safe',
  why: 'CloudFormation takes any List<…> and AWS::SSM::Parameter::Value<…>, yet checks the values of the documented ones only; a misspelt type silently checks nothing.',
  fix: 'Use a documented type; a list of texts is a CommaDelimitedList.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html',
      fact: 'The List and SSM forms that CloudFormation validates are enumerated; List<String> is among the SSM values only.',
    },
    {
      url: 'https://github.com/aws-cloudformation/cfn-lint/pull/4361',
      fact: 'Maintainers at AWS: CloudFormation accepts every List<*> and AWS::SSM::Parameter::Value<*> and validates the documented types only.',
    },
  ],
  notes: [
    '001:58',
    '001:59',
    '001:60',
    '001:61',
    '001:62',
    '001:63',
    '001:64',
    '001:65',
    '001:66',
    '001:67',
    '001:68',
    '001:69',
    '001:70',
    '001:71',
    '001:72',
    '001:73',
  ],
  cfnLint: ['W2002'],
  messages: {
    list: '"{type}" is no documented parameter type; use CommaDelimitedList for a list of texts.',
    misspelt: '"{type}" is no documented parameter type, so its values are not checked; did you mean "{near}"?',
    unknown: '"{type}" is no documented parameter type, so its values are not checked.',
  },
  check(template, { report }) {
    for (const parameter of template.parameters.values()) {
      const node = parameter.attribute('Type')?.value
      const { type } = parameter
      if (node?.kind !== 'scalar' || !/^(List|AWS::SSM::Parameter::Value)<.+>$/.test(type) || PARAMETER_TYPES.includes(type)) continue
      const near = closest(type, PARAMETER_TYPES)
      if (/^List<string>$/i.test(type)) report(node, 'list', { type })
      else if (near) report(node, 'misspelt', { type, near }, respell(node, PARAMETER_TYPES))
      else report(node, 'unknown', { type })
    }
  },
})
