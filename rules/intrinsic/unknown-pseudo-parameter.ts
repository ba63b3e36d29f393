import { closest, defineRule, listOf, PSEUDO_PARAMETERS, replacePart } from '#rule'

export default defineRule({
  id: 'intrinsic/unknown-pseudo-parameter',
  title: 'Pseudo parameter does not exist',
  severity: 'error',
  on: ['template'],
  fixes: 'safe',
  why: 'CloudFormation rejects the template before it creates anything: a name that begins with AWS:: cannot be defined.',
  fix: 'Use one of the eight pseudo parameters, spelt exactly.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html',
      fact: 'The pseudo parameters are a fixed list; their names are case-sensitive.',
    },
  ],
  notes: ['001:55', '002:1271', '003:254', '004:37'],
  cfnLint: ['E1020', 'E1019'],
  messages: {
    misspelt: '"{name}" is no pseudo parameter; did you mean "{near}"?',
    unknown: '"{name}" is no pseudo parameter; there are {all}.',
  },
  check(template, { report }) {
    for (const { name, span, node } of template.references.usesOf(['Ref', 'Sub', 'GetAtt'], 'all')) {
      if (!name.startsWith('AWS::') || template.names.meaningOf(name)) continue
      const near = closest(name, PSEUDO_PARAMETERS)
      // A name in Fn::Sub stands between ${ and }.
      const around = span.end - span.start - name.length
      const at = around === 0 ? span : around === 3 ? { start: span.start + 2, end: span.end - 1 } : undefined
      if (near) report({ node, span }, 'misspelt', { name, near }, at && replacePart(node, at, near))
      else report({ node, span }, 'unknown', { name, all: listOf(PSEUDO_PARAMETERS, 'and') })
    }
  },
})
