import { closest, defineRule, PARAMETER_TYPES, table } from '#rule'

/** What people write for a type that does not exist, where spelling does not lead there. */
const MEANT: Readonly<Record<string, string>> = table({
  bool: 'String',
  boolean: 'String',
  int: 'Number',
  integer: 'Number',
  float: 'Number',
  list: 'CommaDelimitedList',
  array: 'CommaDelimitedList',
  commadelimitedstring: 'CommaDelimitedList',
})

export default defineRule({
  id: 'parameter/unknown-type',
  title: 'A parameter type must exist',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the whole template when it meets a parameter type that it does not know.',
  fix: 'Use String, Number, List<Number>, CommaDelimitedList, an AWS-specific type such as AWS::EC2::VPC::Id, or an SSM parameter type. A boolean is a String with the AllowedValues true and false.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'Type is String, Number, List<Number>, CommaDelimitedList, an AWS-specific parameter type or a Systems Manager parameter type.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html',
      fact: 'The AWS-specific types, which of them have a List form, and the AWS::SSM::Parameter::Value forms are a fixed list.',
    },
  ],
  notes: [
    '000:709',
    '000:710',
    '000:711',
    '000:712',
    '000:713',
    '000:714',
    '000:715',
    '000:716',
    '000:717',
    '000:718',
    '000:719',
    '000:720',
    '002:1262',
    '004:25',
    '004:35',
  ],
  cfnLint: ['E2002'],
  messages: {
    misspelt: '"{type}" is no parameter type; did you mean "{near}"?',
    unknown: '"{type}" is no parameter type; use String, Number, CommaDelimitedList or one of the types of AWS.',
  },
  check(template, { report }) {
    for (const parameter of template.parameters.values()) {
      const node = parameter.attribute('Type')?.value
      const { type } = parameter
      // Lists of other things are accepted without being checked; parameter/unofficial-type says so.
      if (node?.kind !== 'scalar' || type.trim() === '' || PARAMETER_TYPES.includes(type) || isAccepted(type)) continue
      const near = MEANT[type.toLowerCase().replace(/[^a-z0-9<>]/g, '')] ?? closest(type, PARAMETER_TYPES)
      if (near) report(node, 'misspelt', { type, near })
      else report(node, 'unknown', { type })
    }
  },
})

const isAccepted = (type: string): boolean => /^(List|AWS::SSM::Parameter::Value)<.+>$/.test(type)
