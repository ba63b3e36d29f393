import { attributeOf, callOf, defineRule, type Node, type Template, table } from '#rule'
import { templatesUsed } from './_policies.ts'

/** Parameters around which a template writes the rest of the ARN, with the attribute that gives the name where Ref does not. */
const NAMES: Readonly<Record<string, string | undefined>> = table({
  BucketName: undefined,
  EventBusName: 'Name',
  FunctionName: undefined,
  KeyId: undefined,
  QueueName: 'QueueName',
  StateMachineName: 'Name',
  StreamName: undefined,
  TableName: undefined,
  TopicName: 'TopicName',
})

/** Types whose Ref is no name: an ARN, or the URL of a queue. */
const REF_IS_NO_NAME = ['AWS::SNS::Topic', 'AWS::SQS::Queue', 'AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine']

export default defineRule({
  id: 'sam/arn-as-policy-parameter',
  title: 'Policy template parameter takes a name, not an ARN',
  severity: 'warning',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'The template writes an ARN around the name; with an ARN inside it matches nothing, and each call is denied.',
  fix: 'Give the name: Ref of a bucket, table, function or stream; GetAtt QueueName, TopicName or Name of the others.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html',
      fact: 'The resources of the statements are built from the name that the parameter gives.',
    },
  ],
  notes: ['001:36', '001:37', '001:38', '001:39'],
  messages: {
    arn: '{parameter} of {template} takes a name, but {value} is an ARN; use {instead}.',
    ref: '{parameter} of {template} takes a name, but Ref of {value} gives {what}; use {instead}.',
  },
  check(resource, { report }) {
    for (const { value, name: template, when } of templatesUsed(resource)) {
      if (template.endsWith('_v2') || value.kind !== 'mapping') continue
      for (const { key, value: given } of value.entries) {
        if (!(key.text in NAMES)) continue
        const parameter = key.text
        for (const fact of resource.template.resolver.resolve(given, when)) {
          if (fact.state === 'known' && fact.value.kind === 'scalar' && /^arn:/.test(fact.value.text))
            report({ node: fact.node, when: fact.when }, 'arn', { parameter, template, value: fact.value.text, instead: 'the name alone' })
          if (fact.state !== 'unknown') continue
          const wrong = arnIn(resource.template, fact.node)
          const place = { node: fact.node, when: fact.when }
          if (wrong?.what)
            report(place, 'ref', {
              parameter,
              template,
              value: wrong.id,
              what: wrong.what,
              instead: `GetAtt ${wrong.id}.${NAMES[parameter] ?? 'Name'}`,
            })
          else if (wrong) {
            const instead =
              NAMES[parameter] && REF_IS_NO_NAME.includes(wrong.type) ? `GetAtt ${wrong.id}.${NAMES[parameter]}` : `Ref ${wrong.id}`
            report(place, 'arn', { parameter, template, value: `GetAtt ${wrong.id}.${wrong.attribute}`, instead })
          }
        }
      }
    }
  },
})

/** The resource of the template whose ARN or URL a function gives. */
function arnIn(template: Template, node: Node): { id: string; type: string; attribute: string; what: string | undefined } | undefined {
  const call = callOf(node)
  const got = call?.name === 'Fn::GetAtt' ? attributeOf(call) : undefined
  const id = got?.target ?? (call?.name === 'Ref' && call.argument.kind === 'scalar' ? call.argument.text : undefined)
  const resource = template.resources.get(id ?? '')
  if (!resource) return undefined
  const { type } = resource
  if (got)
    return got.attribute && /Arn$/.test(got.attribute) ? { id: resource.id, type, attribute: got.attribute, what: undefined } : undefined
  if (!REF_IS_NO_NAME.includes(type)) return undefined
  return { id: resource.id, type, attribute: '', what: type === 'AWS::SQS::Queue' ? 'its URL' : 'its ARN' }
}
