import { callOf, defineRule, SHAPES, shapesOf } from '#rule'

const FORBIDDEN = ['Fn::ImportValue', 'Fn::GetAtt', 'Fn::GetStackOutput', 'Fn::GetAZs', 'Fn::Cidr']

export default defineRule({
  id: 'intrinsic/import-depends-on-resource',
  title: 'Fn::ImportValue name cannot depend on a resource',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Make the name of text, parameters and pseudo parameters; or read the value from the resource itself.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html',
      fact: 'The value of Fn::ImportValue may be made by functions, yet it cannot depend on a resource of the template.',
    },
  ],
  notes: [
    '000:725',
    '000:727',
    '001:92',
    '001:93',
    '001:94',
    '002:1290',
    '002:1348',
    '002:1350',
    '002:1358',
    '002:1359',
    '002:1361',
    '002:1364',
    '002:1365',
    '003:260',
  ],
  cfnLint: ['E1016'],
  messages: {
    resource: '"{name}" is a resource; the name of an export must be known before any resource is there.',
    function: '{name} cannot give the name of an export; use text, Ref of a parameter, or Fn::Sub.',
    shape: 'Fn::ImportValue takes the name of an export; this is {shape}.',
  },
  check(template, { report }) {
    for (const { call, when } of template.references.callsOf('Fn::ImportValue')) {
      const { argument, key } = call
      const inner = callOf(argument)
      if (inner && FORBIDDEN.includes(inner.name)) report(argument, 'function', { name: inner.name })
      else {
        for (const { shape, node, when: only } of shapesOf(template, argument, when)) {
          if (shape !== 'string' && shape !== 'number')
            report({ node: node === argument && !inner ? key : node, when: only }, 'shape', { shape: SHAPES[shape] })
        }
      }
      for (const { name, kind, node, span } of template.references.within(call)) {
        const isResource = template.names.meaningOf(name) === 'resource'
        if (isResource && (kind === 'Ref' || kind === 'Sub' || kind === 'GetAtt')) report({ node, span }, 'resource', { name })
      }
    }
  },
})
