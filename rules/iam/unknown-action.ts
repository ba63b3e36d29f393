import { closest, coversAction, defineRule } from '#rule'

export default defineRule({
  id: 'iam/unknown-action',
  title: 'No service has such an action',
  severity: 'warning',
  on: ['policy'],
  why: 'The policy is accepted and the permission never given: names of actions are not checked.',
  fix: 'Correct the name of the action.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
      fact: 'The actions of each service that policies can name.',
    },
  ],
  cfnLint: ['W3037'],
  messages: {
    misspelt: 'There is no action {action}; did you mean {near}?',
    unknown: 'There is no action {action}; correct or remove it.',
    unmatched: 'No action of {service} matches {action}; correct or remove it.',
  },
  check(policy, { report }) {
    const { schemas } = policy.resource.template
    for (const statement of policy.statements) {
      for (const element of ['Action', 'NotAction']) {
        for (const { text, isWhole, place } of statement.forms(element)) {
          const [, prefix = '', name = ''] = (isWhole && /^([\w-]+):([\w*?-]+)$/.exec(text)) || []
          const service = prefix.toLowerCase()
          // Calls of an API are told by a rule of their own.
          const actions = service === 'execute-api' || /^apigateway:Invoke/i.test(text) ? undefined : schemas?.actions?.(service)
          if (!actions || actions.some((action) => coversAction(name, action.name))) continue
          const near = /[*?]/.test(name)
            ? undefined
            : closest(
                name,
                actions.map((action) => action.name),
              )
          if (near) report(place, 'misspelt', { action: text, near: `${prefix}:${near}` })
          else if (/[*?]/.test(name)) report(place, 'unmatched', { action: text, service: prefix })
          else report(place, 'unknown', { action: text })
        }
      }
    }
  },
})
