import { at, callOf, childOf, defineRule, eventsOf, idIn, type Scalar } from '#rule'

export default defineRule({
  id: 'sam/duplicate-cognito-trigger',
  title: 'Trigger of a user pool calls two functions',
  severity: 'error',
  on: ['template'],
  why: 'A user pool calls one function for each of its triggers; the transform refuses a second one, whatever the conditions of the functions.',
  fix: 'Keep one of them, or let one function call the other.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cognito-userpool-lambdaconfig.html',
      fact: 'LambdaConfig holds one function for each trigger.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/eventsources/push.py',
      fact: 'Writes the trigger of an event into LambdaConfig, and fails where it stands there already.',
    },
  ],
  messages: {
    pool: 'LambdaConfig of {pool} has the trigger {trigger} already; remove it from there or from this event.',
    event: '{function} has an event for the trigger {trigger} of {pool} already; a user pool calls one function.',
  },
  check(template, { report }) {
    if (template.kind !== 'sam') return
    const taken = new Map<string, { node: Scalar; owner: string }>()
    for (const resource of template.resourcesOf('AWS::Serverless::Function')) {
      for (const { properties } of eventsOf(resource, 'Cognito')) {
        const named = childOf(properties.node, 'UserPool')
        const pool = callOf(named)?.name === 'Ref' && named ? template.resources.get(idIn(named) ?? '') : undefined
        const triggers = childOf(properties.node, 'Trigger')
        if (pool?.type !== 'AWS::Cognito::UserPool') continue
        for (const node of triggers?.kind === 'sequence' ? triggers.items : [triggers]) {
          if (node?.kind !== 'scalar') continue
          const trigger = node.text
          const own = at(pool.node, 'LambdaConfig', trigger)
          const key = `${pool.id} ${trigger}`
          const other = taken.get(key)
          const related = [{ node: own ?? other?.node ?? node, message: trigger }]
          if (own) report({ node, related }, 'pool', { pool: pool.id, trigger })
          else if (other) report({ node, related }, 'event', { function: other.owner, trigger, pool: pool.id })
          else taken.set(key, { node, owner: resource.id })
        }
      }
    }
  },
})
