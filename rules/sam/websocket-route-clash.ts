import { at, callOf, defineRule } from '#rule'

export default defineRule({
  id: 'sam/websocket-route-clash',
  title: 'Two routes of a WebSocket API differ only in upper and lower case',
  severity: 'warning',
  on: ['AWS::Serverless::WebSocketApi'],
  why: 'SAM makes one logical ID of both, so that the later route overwrites the earlier one without a word.',
  fix: 'Give one of the routes another key.',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/api/websocket_api_generator.py',
      fact: 'The logical ID of a route is made of its key in lower case with a capital at the beginning.',
    },
  ],
  messages: { clash: 'The route "{key}" overwrites "{other}", which differs only in case; change one of the keys.' },
  check(api, { report }) {
    const routes = at(api.node, 'Routes')
    const earlier = new Map<string, string>()
    for (const { key, value } of routes?.kind === 'mapping' && !callOf(routes) ? routes.entries : []) {
      const id = key.text.replace(/^\$/, '').toLowerCase()
      const other = earlier.get(id)
      if (other !== undefined && other !== key.text) report({ node: value, span: key.span }, 'clash', { key: key.text, other })
      else earlier.set(id, key.text)
    }
  },
})
