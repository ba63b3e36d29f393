import { callOf, defineRule, leadsOf, type Node, nodesAt, spellingsOf, writtenOf } from '#rule'

/** The ARN of a layer, or its bare name; what is not known may hold the version. */
const WITHOUT_VERSION = /^arn:[^:]*:lambda:[^:]*:[^:]*:layer:[\w-]+$|^[\w-]+$/

export default defineRule({
  id: 'lambda/unversioned-layer-arn',
  title: 'Layers are attached by version ARN',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function: a layer is attached by one of its versions.',
  fix: 'Write the ARN with the number of the version, arn:…:layer:name:3, or Ref the layer version.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html',
      fact: 'Layers are given by the ARN of a version each, at most five.',
    },
  ],
  notes: ['002:254', '002:259', '002:1701'],
  cfnLint: ['E3031', 'E3716', 'W3702'],
  messages: {
    version: '"{arn}" is no version of a layer; add its number, as in arn:…:layer:name:3.',
    other: '"{id}" is of type {type}, no version of a layer; Ref a layer version.',
  },
  check(fn, { report }) {
    for (const { node, when } of nodesAt(fn, 'Layers.*')) {
      for (const spelling of spellingsOf(fn.template, node, when)) {
        const [lead] = leadsOf(fn.template, spelling.node, spelling.when)
        if (lead) {
          // A stack, a custom resource or a stored parameter can give the ARN of a layer version.
          const isOther = /^AWS::(?!CloudFormation::|SSM::|Serverless::(Application|LayerVersion)$)/.test(lead.resource.type)
          if (isOther && lead.resource.type !== 'AWS::Lambda::LayerVersion')
            report(lead, 'other', { id: lead.resource.id, type: lead.resource.type })
        } else if (WITHOUT_VERSION.test(spelling.text))
          report({ node: textIn(spelling.node), when: spelling.when }, 'version', { arn: writtenOf(spelling.text) })
      }
    }
  },
})

/** The text of a function that is to be edited. */
const textIn = (node: Node): Node => {
  const argument = callOf(node)?.argument
  return argument?.kind === 'scalar' ? argument : node
}
