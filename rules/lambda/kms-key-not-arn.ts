import { defineRule, isSpelledOut } from '#rule'
import { targetsAt } from './_targets.ts'

export default defineRule({
  id: 'lambda/kms-key-not-arn',
  title: 'KmsKeyArn takes a key ARN',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function.',
  fix: 'Use Fn::GetAtt with the Arn of the key.',
  sources: [{ url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html', fact: 'The key is given by its ARN.' }],
  notes: ['000:531'],
  cfnLint: ['E1041', 'E1157'],
  messages: {
    reference: 'Ref of {id} gives no ARN; use Fn::GetAtt with the Arn of the key.',
    literal: 'KmsKeyArn is "{value}"; it must be the ARN of a key.',
  },
  check(fn, { report }) {
    for (const target of targetsAt(fn, 'KmsKeyArn')) {
      const { lead, text } = target
      const isName =
        lead && lead.attribute === undefined && ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey', 'AWS::KMS::Alias'].includes(lead.resource.type)
      if (isName) report(lead, 'reference', { id: lead.resource.id })
      else if (!lead && text !== '' && isSpelledOut(text) && !text.startsWith('arn:'))
        report({ node: target.node, when: target.when }, 'literal', { value: text })
    }
  },
})
