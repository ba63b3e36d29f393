import { closest, coversAction, defineRule, listOf } from '#rule'

const ACTIONS = ['execute-api:Invoke', 'execute-api:InvalidateCache', 'execute-api:ManageConnections']

export default defineRule({
  id: 'iam/unknown-execute-api-action',
  title: 'execute-api knows Invoke, InvalidateCache, ManageConnections',
  severity: 'warning',
  on: ['policy'],
  why: 'The policy is accepted and never matches a call of the API.',
  fix: 'Use execute-api:Invoke, execute-api:InvalidateCache or execute-api:ManageConnections, on an ARN with the ID of the API.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html',
      fact: 'The actions are Invoke, InvalidateCache and ManageConnections; the resource is arn:partition:execute-api:region:account:api-id/stage/method/path.',
    },
  ],
  notes: ['002:400', '002:402', '002:404', '002:409'],
  messages: {
    unknown: 'There is no action {action}; {advice}.',
    manages: '{action} is of the service that manages APIs; calls need execute-api:Invoke.',
    resource: '{element} "{value}" names no API; write arn:…:execute-api:region:account:api-id/stage/method/path.',
  },
  check(policy, { report }) {
    for (const statement of policy.statements) {
      for (const element of ['Action', 'NotAction']) {
        for (const { text, isWhole, place } of statement.forms(element)) {
          if (/^apigateway:Invoke/i.test(text)) report(place, 'manages', { action: text })
          if (!isWhole || !/^execute-api:/i.test(text) || ACTIONS.some((action) => coversAction(text, action))) continue
          const near = closest(text, ACTIONS) ?? (/invoke/i.test(text) ? 'execute-api:Invoke' : undefined)
          report(place, 'unknown', { action: text, advice: near ? `write ${near}` : `there are ${listOf(ACTIONS, 'and')}` })
        }
      }
      for (const element of ['Resource', 'NotResource'])
        for (const { text, place } of statement.suspects(element, (text) => /^arn:[^:]*:execute-api:[^:]*:[^:]*:(\/|$)/.test(text)))
          report(place, 'resource', { element, value: text })
    }
  },
})
