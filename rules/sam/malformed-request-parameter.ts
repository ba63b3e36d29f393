import { callOf, childOf, defineRule, eventsOf, type Node } from '#rule'

const FORM = /^method\.request\.(querystring|path|header)\./

export default defineRule({
  id: 'sam/malformed-request-parameter',
  title: 'Request parameter of an event is no method.request name',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'The transform refuses a request parameter that it cannot read.',
  fix: 'Write method.request.header.NAME, method.request.querystring.NAME or method.request.path.NAME, alone or with Required and Caching.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-requestparameter.html',
      fact: 'Names have the form method.request.LOCATION.NAME; each may have Required and Caching.',
    },
  ],
  messages: {
    name: '"{name}" is no request parameter; write method.request.header.NAME, with querystring or path for header.',
    value: '"{name}" must be a map with Required and Caching.',
    key: '"{key}" is no setting of a request parameter; there are Required and Caching.',
    item: 'A request parameter is a text or a map with one, such as method.request.header.NAME.',
  },
  check(resource, { report }) {
    for (const { properties } of eventsOf(resource, 'Api')) {
      const written = childOf(properties.node, 'RequestParameters')
      if (written?.kind === 'sequence') for (const item of written.items) judge(item)
    }

    function judge(item: Node): void {
      if (callOf(item)) return
      if (item.kind === 'sequence' || (item.kind === 'scalar' && typeof item.value !== 'string')) report(item, 'item')
      else if (item.kind === 'scalar') {
        if (!FORM.test(item.text)) report(item, 'name', { name: item.text })
      } else {
        for (const { key, value } of item.entries) {
          const place = { node: value, span: key.span }
          if (!FORM.test(key.text)) report(place, 'name', { name: key.text })
          else if (value.kind !== 'mapping') report(place, 'value', { name: key.text })
          else {
            for (const one of value.entries) {
              if (!['Required', 'Caching'].includes(one.key.text))
                report({ node: one.value, span: one.key.span }, 'key', { key: one.key.text })
            }
          }
        }
      }
    }
  },
})
