import { atKey, both, callOf, canHold, defineRule, present } from '#rule'

export default defineRule({
  id: 'sam/definition-info-conflict',
  title: 'Name or description of an HTTP API stands in its definition too',
  severity: 'error',
  on: ['AWS::Serverless::HttpApi'],
  why: 'SAM would have to overwrite what the definition says; the transform fails.',
  fix: 'Remove the property, or the title or description of the definition.',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/api/http_api_generator.py',
      fact: 'Name and Description are refused where info.title or info.description say something.',
    },
  ],
  messages: {
    both: '{name} is set, but {other} of DefinitionBody says it already; keep one of them.',
  },
  check(api, { report }) {
    for (const [name, other] of [
      ['Name', 'title'],
      ['Description', 'description'],
    ] as const) {
      for (const own of present(api, name)) {
        for (const info of present(api, `DefinitionBody.info.${other}`)) {
          if (callOf(info.node)) continue // the title that SAM writes itself is a function
          const when = both(own.when, info.when)
          const place = { ...atKey(own, when), related: [{ node: info.node, message: other }] }
          if (canHold(when)) report(place, 'both', { name, other: `info.${other}` })
        }
      }
    }
  },
})
