import { arnsAt, defineRule, isArnless } from '#rule'

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
    for (const { resource, attribute, text, place } of arnsAt(fn.template, fn, 'KmsKeyArn')) {
      const isName = resource && attribute === undefined && /^AWS::KMS::(Key|ReplicaKey|Alias)$/.test(resource.type)
      if (isName) report(place, 'reference', { id: resource.id })
      else if (!resource && isArnless(text)) report(place, 'literal', { value: text })
    }
  },
})
